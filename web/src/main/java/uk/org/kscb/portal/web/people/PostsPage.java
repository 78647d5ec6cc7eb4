package uk.org.kscb.portal.web.people;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.partnership.PeopleService;
import uk.org.kscb.portal.partnership.PeopleService.PostView;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;

/** Posts own work; people hold them over time. */
@Named
@RequestScoped
public class PostsPage {

    @EJB
    private PeopleService people;

    @Inject
    private Notices notices;

    private @Nullable List<PostView> posts;
    private @Nullable String postId;
    private @Nullable String userName;

    public List<PostView> getPosts() {
        if (posts == null) {
            posts = people.posts();
        }
        return posts;
    }

    public void fill() {
        if (postId == null || userName == null) {
            Doors.say(postId == null ? "postId" : "userName", "Choose a post and a person.");
            return;
        }
        String post = postId;
        String who = userName;
        if (Doors.passed(() -> people.fillPost(post, who))) {
            notices.done("Post filled", "What the post owes is now theirs to report on.");
            Doors.goTo("/posts");
        }
    }

    public @Nullable String getPostId() {
        return postId;
    }

    public void setPostId(@Nullable String postId) {
        this.postId = postId;
    }

    public @Nullable String getUserName() {
        return userName;
    }

    public void setUserName(@Nullable String userName) {
        this.userName = userName;
    }
}

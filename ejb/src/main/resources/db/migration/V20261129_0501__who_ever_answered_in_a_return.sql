-- A return is signed by somebody who audited none of it. An answer names only who gave it last, so whoever writes for
-- the first time in a case is remembered where they declared not to have worked on it.
alter table return_declaration add column first_wrote_at bigint;

update return_declaration d set d.first_wrote_at = d.declared_at
 where exists (select 1 from answer a where a.return_case_id = d.return_case_id and a.answered_by = d.member_id)
    or exists (select 1 from self_grade g where g.return_case_id = d.return_case_id and g.graded_by = d.member_id)
    or exists (select 1 from answer_as_signed a where a.return_case_id = d.return_case_id and a.answered_by = d.member_id)
    or exists (select 1 from self_grade_as_signed g where g.return_case_id = d.return_case_id and g.graded_by = d.member_id);

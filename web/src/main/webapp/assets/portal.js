/* Small helpers. Every page works without them. */
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  const button = document.querySelector(".menu-button");
  if (button) {
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-expanded") !== "true";
      button.setAttribute("aria-expanded", String(open));
      document.querySelectorAll(".nav, .who").forEach((part) => part.classList.toggle("is-open", open));
    });
  }
  // Filters start folded on a narrow screen.
  if (matchMedia("(max-width: 64rem)").matches) {
    document.querySelectorAll(".filters-box").forEach((box) => { box.open = false; });
  }
  // Menus close on Escape or on a click elsewhere.
  const openMenus = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    openMenus().forEach((item) => { item.open = false; item.querySelector("summary").focus(); });
  });
  document.addEventListener("click", (event) => {
    openMenus().forEach((item) => { if (!item.contains(event.target)) item.open = false; });
  });
  // What is to be put right is read first.
  document.getElementById("problems")?.focus();
  // A line of the summary leads into its field, also where that is a group of choices.
  document.querySelectorAll(".errsum a").forEach((line) => {
    line.addEventListener("click", (event) => {
      const field = document.getElementById(line.hash.slice(1));
      const input = field?.matches("input, select, textarea") ? field : field?.querySelector("input, select, textarea");
      if (!input) return;
      event.preventDefault();
      (field.closest(".field") ?? input).scrollIntoView({ block: "start" });
      input.focus({ preventScroll: true });
    });
  });
  // A button sends once.
  document.querySelectorAll("form[method=post]").forEach((form) => {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
      setTimeout(() => { delete form.dataset.sent; }, 8000);
    });
  });
  document.querySelectorAll("[data-words]").forEach(countWords);
  document.querySelectorAll("[data-letters]").forEach(countLetters);
  document.querySelectorAll("[data-print]").forEach((print) => print.addEventListener("click", () => window.print()));
  document.querySelectorAll("input[data-most]").forEach(refuseBigFiles);
  document.querySelectorAll("form[data-draft]").forEach(keepDraft);
  dropSentDraft();
  const dialog = document.getElementById("idle");
  if (dialog) watchSession(dialog);
});

/* "112 of 150 words" under a text area. */
function countWords(area) {
  const note = document.getElementById(area.dataset.words);
  const limit = Number(area.dataset.limit);
  const count = () => {
    const words = area.value.trim().split(/\s+/).filter(Boolean).length;
    note.textContent = words > limit ? `${words - limit} words too many` : `${words} of ${limit} words`;
  };
  area.addEventListener("input", count);
  count();
}

/* Warns before the session ends; another page of the portal counts as a sign of life. */
function watchSession(dialog) {
  const warn = Number(dialog.dataset.warn) * 1000;
  const end = Number(dialog.dataset.end) * 1000;
  const left = dialog.querySelector("[data-left]");
  const alive = () => { try { localStorage.setItem("portal-alive", String(Date.now())); } catch { /* private window */ } };
  const lastAlive = () => { try { return Number(localStorage.getItem("portal-alive")) || started; } catch { return started; } };
  const started = Date.now();
  alive();
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const answer = await fetch("/session/extend", { method: "POST", headers: { Accept: "text/plain" }, redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      alive();
      dialog.close();
    } catch {
      location.reload();
    }
  });
  setInterval(() => {
    const idle = Date.now() - lastAlive();
    if (idle >= end) {
      location.assign("/sign-in?ended=idle");
    } else if (idle >= warn) {
      const seconds = Math.ceil((end - idle) / 1000);
      left.textContent = seconds > 90 ? "2 minutes" : seconds > 60 ? "1 minute" : `${Math.ceil(seconds / 10) * 10} seconds`;
      if (!dialog.open) dialog.showModal();
    } else if (dialog.open) {
      dialog.close();
    }
  }, 1000);
}

/* "112 of 1,500 characters" under a text area; a line end counts as two, as the browser sends it. */
function countLetters(area) {
  const note = document.getElementById(area.dataset.letters);
  const limit = Number(area.dataset.limit);
  const count = () => {
    const letters = area.value.length;
    note.textContent = letters > limit
      ? `${(letters - limit).toLocaleString("en-GB")} characters too many`
      : `${letters.toLocaleString("en-GB")} of ${limit.toLocaleString("en-GB")} characters`;
  };
  area.addEventListener("input", count);
  count();
}

/* A file that is too big is refused before it is sent. */
function refuseBigFiles(input) {
  input.addEventListener("change", () => {
    const file = input.files[0];
    const big = file && file.size > Number(input.dataset.most);
    input.setCustomValidity(big ? "This file is larger than 20 MB. Choose a smaller one." : "");
    if (big) input.reportValidity();
  });
}

/* What is typed into a form stays in this tab until it is sent: an expired session or a wrong click loses nothing. */
const DRAFT = "draft:";
function keepDraft(form) {
  const key = DRAFT + form.dataset.draft;
  const note = form.querySelector("[data-draft-note]");
  const fields = () => [...form.elements].filter((field) => field.name && (field.tagName === "TEXTAREA" || field.type === "radio"));
  try {
    const draft = JSON.parse(sessionStorage.getItem(key) || "null");
    const untouched = fields().every((field) => field.tagName !== "TEXTAREA" || field.value === "");
    if (draft && untouched) {
      fields().forEach((field) => {
        if (field.type === "radio") field.checked = draft[field.name] ? draft[field.name] === field.value : field.checked;
        else field.value = draft[field.name] ?? "";
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      if (note) note.textContent = "Your draft of before is back.";
    }
  } catch { /* no storage, no draft */ }
  const save = () => {
    const draft = {};
    fields().forEach((field) => { if (field.type !== "radio" || field.checked) draft[field.name] = field.value; });
    try {
      sessionStorage.setItem(key, JSON.stringify(draft));
      if (note) note.textContent = `Draft kept in this tab, ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}.`;
    } catch { /* no storage, no draft */ }
  };
  let waiting = 0;
  form.addEventListener("input", (event) => {
    if (!event.isTrusted) return;
    clearTimeout(waiting);
    waiting = setTimeout(save, 600);
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    save();
    try { sessionStorage.setItem("draft-sent", key); } catch { /* no storage, no draft */ }
  });
}

/* The page after a change says that it is done; only then is the draft dropped. Signing out drops all. */
function dropSentDraft() {
  try {
    const sent = sessionStorage.getItem("draft-sent");
    if (sent && document.querySelector(".notice-once.msg-ok")) {
      sessionStorage.removeItem(sent);
      sessionStorage.removeItem("draft-sent");
    }
    document.querySelectorAll("form[data-forget]").forEach((form) => form.addEventListener("submit", () => sessionStorage.clear()));
  } catch { /* no storage, no draft */ }
}

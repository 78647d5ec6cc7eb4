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
  // A button sends once.
  document.querySelectorAll("form[method=post]").forEach((form) => {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
      setTimeout(() => { delete form.dataset.sent; }, 8000);
    });
  });
  document.querySelectorAll("[data-words]").forEach(countWords);
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

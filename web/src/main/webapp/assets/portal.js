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

/* Warns before the session ends, for want of use or at its longest; another page of the portal counts as a sign of life. */
function watchSession(dialog) {
  const warn = Number(dialog.dataset.warn) * 1000;
  const end = Number(dialog.dataset.end) * 1000;
  const closes = Date.now() + Number(dialog.dataset.longest) * 1000;
  let told = false; // of the longest time, once: nothing can be done about it but to finish
  const show = (over, milliseconds) => {
    const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
    const words = seconds > 90 ? "2 minutes" : seconds > 60 ? "1 minute" : `${Math.ceil(seconds / 10) * 10} seconds`;
    dialog.querySelectorAll("[data-left]").forEach((left) => { left.textContent = words; });
    dialog.querySelectorAll("[data-over]").forEach((part) => { part.hidden = !over; });
    dialog.querySelectorAll("[data-idle]").forEach((part) => { part.hidden = over; });
    if (!dialog.open && !(over && told)) dialog.showModal();
    told ||= over;
  };
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
    const longest = closes - Date.now();
    if (longest <= 0) {
      location.assign("/sign-in?ended=absolute");
    } else if (idle >= end) {
      location.assign("/sign-in?ended=idle");
    } else if (longest <= end - warn && longest < end - idle) {
      show(true, longest);
    } else if (idle >= warn) {
      show(false, end - idle);
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

/* What may identify a child, by the same rules as the portal's own watch (TextWatch). */
const KNOWN_WORDS = new Set(("kent police health county council social care children child young family families school schools nursery trust board nhs team service services safeguarding initial core assessment common framework lead professional virtual early help level levels section act working together plan protection conference strategy discussion visitor midwife teacher head practitioner manager officer worker district north south east west and of the for in on at to no yes ashford canterbury dartford dover gravesham maidstone sevenoaks shepway swale thanet tonbridge malling tunbridge wells medway england british english polish romanian january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday this that these those there then they it he she we if when while where what who how why not nothing none both each one two three four five six referral referrals response outcome central duty probation youth offending voluntary sector improvement notice directory threshold guidance mother father parent parents carer grandmother grandfather housing court order leaver independent chair reviewing domestic abuse mental drug alcohol christmas easter nurse doctor named designated detective sergeant inspector constable consultant paediatrician matron midwifery supervisor coordinator lado solicitor").split(" "));
const IDENTIFIER_KINDS = { NAME: "a name", BIRTH_DATE: "a date of birth", POSTCODE: "a postcode", PHONE: "a phone number", NHS_NUMBER: "an NHS number" };
function watchText(text) {
  const found = [];
  const capital = "\\p{Lu}[\\p{Ll}’']+(?:-\\p{Lu}\\p{Ll}+)?";
  const known = (word) => KNOWN_WORDS.has(word.toLowerCase());
  const look = (kind, pattern, is = () => true) => {
    for (const match of text.matchAll(pattern)) {
      const one = { kind, text: match[0].trim(), at: match.index };
      if (is(match) && !found.some((o) => o.at < one.at + one.text.length && one.at < o.at + o.text.length)) found.push(one);
    }
  };
  look("NHS_NUMBER", /\b\d{3}[ -]?\d{3}[ -]?\d{4}\b/g, (m) => {
    const digits = [...m[0].replace(/\D/g, "")].map(Number);
    const check = (11 - digits.slice(0, 9).reduce((sum, digit, i) => sum + digit * (10 - i), 0) % 11) % 11;
    return check === digits[9];
  });
  look("PHONE", /(?:\+44|\b0)(?:[ -]?\d){9,10}\b/g);
  look("BIRTH_DATE", /\b(?:born|d\.?o\.?b\.?|date of birth|birthday)\b[^.\n]{0,20}?\d{1,4}(?:[ ./-]+(?:\d{1,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*))*/gi);
  look("BIRTH_DATE", /\b(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)?\d\d\b/g);
  look("POSTCODE", /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b/gi);
  look("NAME", new RegExp(`\\b(?:Mr|Mrs|Ms|Miss|Master|Dr|Baby|Uncle|Auntie|Aunt|Nan|PC|DC|Sgt)\\.?\\s+(?:\\p{Lu}\\b\\.?|${capital})`, "gu"));
  look("NAME", new RegExp(`\\b(?:called|named|son|daughter|brother|sister|sibling|child|baby)\\s+(${capital})`, "gu"), (m) => !known(m[1]));
  look("NAME", new RegExp(`${capital}(?:[ \\t]+${capital})+`, "gu"), (m) => {
    const words = m[0].split(/[ \t]+/);
    return words.some((word, i) => i > 0 && !known(word) && !known(words[i - 1]));
  });
  return found.sort((a, b) => a.at - b.at);
}

/* Answers of an audit return: each is sent by itself, and what is typed stays in this browser until the portal has it. */
function sendAnswers(form) {
  const key = form.dataset.keep;
  const line = document.querySelector("[data-saved]");
  const busy = new Set();
  let kept = {};
  try { kept = JSON.parse(localStorage.getItem(key) || "{}"); } catch { /* no storage: the form itself still works */ }
  const keep = () => {
    try {
      if (Object.keys(kept).length) localStorage.setItem(key, JSON.stringify(kept));
      else localStorage.removeItem(key);
    } catch { /* no storage */ }
  };
  const say = (text) => { if (line) line.textContent = text; };
  const part = (ref) => form.querySelector(`[data-ref="${CSS.escape(ref)}"]`);
  const read = (question) => {
    const day = question.querySelector("input[type=date], input[type=datetime-local]");
    const radio = question.querySelector("input[type=radio]:checked");
    return { value: day && day.value ? day.value.slice(0, 16) : radio ? radio.value : "", note: question.querySelector("textarea").value };
  };
  const fill = (question, answer) => {
    const day = question.querySelector("input[type=date], input[type=datetime-local]");
    if (day) day.value = /^\d{4}-/.test(answer.value || "") ? answer.value : "";
    question.querySelectorAll("input[type=radio]").forEach((radio) => { radio.checked = radio.value === answer.value; });
    question.querySelector("textarea").value = answer.note || "";
  };
  const version = (question, number) => {
    question.dataset.version = number;
    question.querySelector("input[type=hidden]").value = number;
  };
  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const button = (text, press) => {
    const made = element("button", text, "btn btn-2 btn-s");
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  };
  /* Shows what may identify somebody; true while something is neither mended nor confirmed. */
  const watched = (ref, question) => {
    const box = question.querySelector("[data-watch]");
    const area = question.querySelector("textarea");
    const open = watchText(area.value).filter((f) => !(kept[ref]?.confirmed || []).includes(f.kind));
    box.replaceChildren();
    open.forEach((finding) => {
      const words = IDENTIFIER_KINDS[finding.kind];
      const text = element("p", null, "error-warn");
      text.append(element("strong", `“${finding.text}” looks like ${words}.`), " Mend it, or confirm that it is not.");
      const buttons = element("div", null, "btns");
      if (finding.kind === "NAME") {
        buttons.append(button("Replace with “mother”", () => { area.value = area.value.replace(finding.text, "mother"); changed(ref); }));
      }
      buttons.append(button(`It is not ${words}`, () => {
        kept[ref] = { ...read(question), base: Number(question.dataset.version), confirmed: [...(kept[ref]?.confirmed || []), finding.kind] };
        changed(ref);
      }));
      box.append(text, buttons);
    });
    return open.length > 0;
  };
  const conflict = (ref, question, theirs) => {
    const told = question.querySelector("[data-told]");
    told.textContent = `${theirs.by || "Somebody else"} answered at ${theirs.at || "the same time"}: ${[theirs.words, theirs.note].filter(Boolean).join(", ") || "nothing"}. `;
    told.append(
      button("Keep mine", () => { version(question, theirs.version); changed(ref); }),
      button("Take theirs", () => { fill(question, theirs); version(question, theirs.version); delete kept[ref]; keep(); told.textContent = "Theirs taken."; }));
    say("Two answers to one question: choose which stays.");
  };
  const send = async (ref) => {
    if (busy.has(ref) || !kept[ref]) return;
    const question = part(ref);
    const mine = { ...kept[ref] };
    if (question && watched(ref, question)) {
      say("Not sent yet: look at what may identify somebody.");
      return;
    }
    busy.add(ref);
    const body = new URLSearchParams({ part: form.dataset.part, ref, value: mine.value, note: mine.note, version: mine.base });
    (mine.confirmed || []).forEach((kind) => body.append("confirmed", kind));
    let again = 0;
    try {
      const answer = await fetch(form.dataset.answers, { method: "POST", body, redirect: "manual", headers: { Accept: "application/json" } });
      const json = (answer.headers.get("Content-Type") || "").startsWith("application/json") ? await answer.json() : null;
      if (answer.ok && json) {
        const same = kept[ref] && kept[ref].value === mine.value && kept[ref].note === mine.note;
        if (question) version(question, json.version);
        if (json.held.length) say("Not sent yet: look at what may identify somebody.");
        else if (same) { delete kept[ref]; say(`Saved ${json.at}`); if (question) question.querySelector("[data-told]").textContent = `Saved ${json.at}`; }
        else if (kept[ref]) { kept[ref].base = json.version; again = 1; }
      } else if (answer.status === 409 && json) {
        if (question) conflict(ref, question, json);
      } else if (answer.status === 422 && json) {
        if (question) question.querySelector("[data-told]").textContent = json.message;
        say("Not saved. What you typed is kept in this browser.");
      } else if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
        say("You are signed out. What you typed is kept in this browser. ");
        const link = element("a", "Sign in again to send it");
        link.href = location.href;
        line?.append(link);
      } else {
        say("Not saved. What you typed is kept in this browser.");
        again = 15000;
      }
    } catch {
      say("No connection. What you typed is kept in this browser and is sent when it is back.");
      again = 5000;
    }
    keep();
    busy.delete(ref);
    if (again) setTimeout(() => send(ref), again);
  };
  // an answer to what is itself not asked counts for nothing
  const holds = (question) => {
    const other = question.dataset.when && part(question.dataset.when);
    if (!other || !question.dataset.answer) return !question.hidden;
    const value = read(other).value;
    const not = question.dataset.answer.startsWith("!");
    const said = not ? value && value !== question.dataset.answer.slice(1) : value === question.dataset.answer;
    return Boolean(said) && holds(other);
  };
  const wanted = () => form.querySelectorAll("[data-when]").forEach((question) => {
    if (question.dataset.when && part(question.dataset.when) && question.dataset.answer) question.hidden = !holds(question);
  });
  let waiting = {};
  const changed = (ref, wait = 0) => {
    const question = part(ref);
    kept[ref] = { ...read(question), base: Number(question.dataset.version), confirmed: kept[ref]?.confirmed || [] };
    keep();
    watched(ref, question);
    wanted();
    clearTimeout(waiting[ref]);
    waiting[ref] = setTimeout(() => send(ref), wait);
  };
  Object.entries(kept).forEach(([ref, answer]) => { const question = part(ref); if (question) fill(question, answer); });
  wanted();
  if (form.dataset.open !== "true") {
    if (Object.keys(kept).length) say("What you typed here and could not send is still kept in this browser.");
    return;
  }
  form.addEventListener("input", (event) => {
    const question = event.target.closest("[data-ref]");
    if (!question) return;
    // a day and "not known" exclude each other
    if (event.target.type === "radio") question.querySelectorAll("input[type=date], input[type=datetime-local]").forEach((day) => { day.value = ""; });
    if (/^date/.test(event.target.type)) question.querySelectorAll("input[type=radio]").forEach((radio) => { radio.checked = false; });
    changed(question.dataset.ref, event.target.tagName === "TEXTAREA" ? 800 : 0);
  });
  addEventListener("online", () => Object.keys(kept).forEach(send));
  Object.keys(kept).forEach(send);
}
document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("form[data-answers]").forEach(sendAnswers));

/* Guidance: quick exit, the thinking sheet, and the copy for when the portal is down. Every page works without it. */
(() => {
  const SHEET = "thinking-sheet";
  const empty = () => ({ examples: [], words: {} });
  const read = () => { try { return JSON.parse(sessionStorage.getItem(SHEET)) || empty(); } catch { return empty(); } };
  const keep = (sheet) => { try { sessionStorage.setItem(SHEET, JSON.stringify(sheet)); } catch { /* no storage, no sheet */ } };

  document.addEventListener("DOMContentLoaded", () => {
    // The page left quickly is not one step back.
    document.querySelectorAll("[data-exit]").forEach((exit) => exit.addEventListener("click", (event) => {
      event.preventDefault();
      try { sessionStorage.removeItem(SHEET); } catch { /* nothing kept */ }
      document.body.hidden = true;
      location.replace(exit.dataset.exit);
    }));
    document.querySelectorAll("[data-sheet-id]").forEach(offer);
    const sheet = document.querySelector("[data-sheet]");
    if (sheet) show(sheet);
    if ("serviceWorker" in navigator) {
      navigator.serviceWorker.register("/assets/guidance-worker.js", { scope: "/guidance" }).catch(() => { /* then without a copy */ });
    }
  });

  /* A button beside an example: puts it on the sheet, or says that it is there. */
  function offer(button) {
    const there = () => read().examples.some((e) => e.id === button.dataset.sheetId);
    const say = () => { if (there()) { button.textContent = "On my thinking sheet"; button.disabled = true; } };
    button.addEventListener("click", () => {
      const sheet = read();
      sheet.examples.push({ id: button.dataset.sheetId, text: button.dataset.sheetText, why: "" });
      keep(sheet);
      say();
      const link = document.createElement("a");
      link.href = "/guidance/sheet";
      link.textContent = "Open the sheet";
      button.after(" ", link);
      link.focus();
    });
    say();
  }

  function show(page) {
    const said = document.getElementById("sheet-said");
    list(page);
    const sheet = read();
    page.querySelectorAll("[data-keep]").forEach((area) => {
      area.value = sheet.words[area.dataset.keep] || "";
      area.addEventListener("input", () => {
        const now = read();
        now.words[area.dataset.keep] = area.value;
        keep(now);
      });
    });
    page.querySelector("[data-sheet-print]").addEventListener("click", () => window.print());
    page.querySelector("[data-sheet-copy]").addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text(page));
        said.textContent = "Copied.";
      } catch {
        said.textContent = "This browser does not allow copying. Print it instead.";
      }
    });
    page.querySelector("[data-sheet-clear]").addEventListener("click", () => {
      try { sessionStorage.removeItem(SHEET); } catch { /* nothing kept */ }
      page.querySelectorAll("textarea").forEach((area) => { area.value = ""; });
      list(page);
      said.textContent = "The sheet is empty.";
    });
  }

  function list(page) {
    const items = page.querySelector("#sheet-examples");
    items.replaceChildren();
    read().examples.forEach((example) => {
      const item = document.createElement("li");
      const words = document.createElement("p");
      const code = document.createElement("span");
      code.className = "code";
      code.textContent = example.id;
      words.append(code, " ", example.text);
      const label = document.createElement("label");
      label.className = "label";
      label.htmlFor = `why-${example.id}`;
      label.textContent = `What I saw or heard (${example.id})`;
      const area = document.createElement("textarea");
      area.className = "input";
      area.id = `why-${example.id}`;
      area.rows = 2;
      area.autocomplete = "off";
      area.value = example.why;
      area.addEventListener("input", () => {
        const now = read();
        now.examples.filter((e) => e.id === example.id).forEach((e) => { e.why = area.value; });
        keep(now);
      });
      const away = document.createElement("button");
      away.type = "button";
      away.className = "btn btn-link btn-s no-print";
      away.textContent = `Take ${example.id} off`;
      away.addEventListener("click", () => {
        const now = read();
        now.examples = now.examples.filter((e) => e.id !== example.id);
        keep(now);
        list(page);
      });
      item.append(words, label, area, away);
      items.append(item);
    });
  }

  function text(page) {
    const lines = ["Thinking sheet. It decides nothing.", ""];
    read().examples.forEach((e) => lines.push(`${e.id} ${e.text}`, `   ${e.why || "–"}`));
    page.querySelectorAll("[data-keep]").forEach((area) => {
      lines.push("", page.querySelector(`label[for="${area.id}"]`).textContent, area.value || "–");
    });
    const edition = document.querySelector(".foot .end");
    lines.push("", edition ? edition.textContent : "");
    return lines.join("\n");
  }
})();

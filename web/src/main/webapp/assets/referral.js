/* The referral form. What is written about a child stays in this browser: nothing in this file sends any of it.
   Two things leave: the receipt (post, level, suspicion, agreement, time of a call, a key), and requests for this site's own files. */
(() => {
  const sheet = document.getElementById("referral");
  if (!sheet) return;
  const receipt = document.getElementById("receipt");
  const say = (id, words) => { document.getElementById(id).textContent = words; };
  const fields = () => [...sheet.querySelectorAll("[data-child]")];
  const chosen = (name) => receipt.querySelector(`input[name=${name}]:checked`);
  const words = (input) => (input ? input.closest("label").textContent.trim() : "");
  let reference = "";

  /* What was written, in the order of the page. */
  function answers() {
    const blocks = [...sheet.querySelectorAll("[data-section]")].map((block) => ({
      heading: block.dataset.section,
      rows: [...block.querySelectorAll("[data-child]")].map((field) => [field.dataset.child, field.value.trim()]),
    }));
    const post = receipt.querySelector("#post");
    const level = {
      heading: "Level and agreement",
      rows: [
        ["Agency", sheet.dataset.agency],
        ["Kind of work", post.value ? post.selectedOptions[0].textContent : ""],
        ["Level, as the referrer sees it", words(chosen("level"))],
        ["Significant harm suspected", chosen("significantHarm") ? "Yes" : "No"],
        ["Was the family asked?", words(chosen("consent"))],
        ["Phoned first, at", receipt.querySelector("#phoned").value.replace("T", " ")],
        ["Guidance", sheet.dataset.edition],
      ],
    };
    const at = blocks.findIndex((block) => block.heading === "Agreement in detail");
    blocks.splice(at < 0 ? blocks.length : at, 0, level);
    return blocks;
  }

  /* How complete it is. Never stops anything. */
  function meter() {
    const needed = fields().filter((field) => field.dataset.minimum === "true");
    const missing = needed.filter((field) => !field.value.trim()).map((field) => [field.dataset.child, field.id]);
    if (!chosen("level")) missing.push(["Level", "level"]);
    if (!chosen("consent")) missing.push(["What the family said", "consent"]);
    const why = document.getElementById("agree-why");
    const unasked = chosen("consent") && chosen("consent").value !== "GIVEN"; // then the reason belongs to it
    if (unasked && !why.value.trim()) missing.push([why.dataset.child, why.id]);
    const whole = needed.length + 2 + (unasked ? 1 : 0);
    say("meter-words", `${whole - missing.length} of ${whole} needed answers given`);
    document.getElementById("meter-bar").setAttribute("width", String((100 * (whole - missing.length)) / whole));
    document.getElementById("meter-missing").replaceChildren(...missing.map(([label, id]) => {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${id}`;
      link.textContent = label;
      line.append("Missing: ", link);
      return line;
    }));
  }

  /* Which words on agreement fit. All branches go on. */
  function agreement() {
    const said = chosen("consent")?.value;
    const harm = Boolean(chosen("significantHarm")) || chosen("level")?.value === "4";
    let branch = "";
    if (said === "GIVEN") branch = "a";
    else if (said && harm) branch = "c";
    else if (said === "REFUSED") branch = "b";
    else if (said === "UNSAFE_TO_ASK") branch = "e";
    else if (said === "NOT_ASKED") branch = "d";
    document.querySelectorAll("[data-consent]").forEach((part) => { part.hidden = part.dataset.consent !== branch; });
  }

  /* Another child: the same questions again. */
  function addChild() {
    const first = sheet.querySelector("[data-repeat=true]");
    const number = sheet.querySelectorAll("[data-of=child]").length + 2;
    const block = first.cloneNode(true);
    block.dataset.of = "child";
    block.dataset.repeat = "false";
    block.dataset.section = `${first.dataset.section}, number ${number}`;
    block.querySelectorAll("[id]").forEach((part) => { part.id += `-${number}`; });
    block.querySelectorAll("[for]").forEach((part) => { part.htmlFor += `-${number}`; });
    block.querySelectorAll("[data-child]").forEach((field) => { field.value = ""; });
    const head = document.createElement("h3");
    head.textContent = `Child ${number}`;
    block.prepend(head);
    const last = [...sheet.querySelectorAll("[data-of=child]")].at(-1) ?? first;
    last.after(block);
    return block;
  }
  sheet.querySelectorAll("[data-add=child]").forEach((button) => button.addEventListener("click", () => {
    addChild().querySelector("input").focus();
    meter();
    keep();
  }));

  /* The draft: AES-GCM under a key that this browser keeps and nobody can read out. */
  const OWNER = sheet.dataset.owner;
  const open = () => new Promise((done, fail) => {
    const request = indexedDB.open("portal-referral", 1);
    request.onupgradeneeded = () => { request.result.createObjectStore("keys"); request.result.createObjectStore("drafts"); };
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  async function store(name, mode, work) {
    const database = await open();
    try {
      return await new Promise((done, fail) => {
        const request = work(database.transaction(name, mode).objectStore(name));
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    } finally {
      database.close();
    }
  }
  async function secret() {
    let key = await store("keys", "readonly", (keys) => keys.get(OWNER));
    if (!key) {
      key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
      await store("keys", "readwrite", (keys) => keys.put(key, OWNER));
    }
    return key;
  }
  function state() {
    return {
      children: sheet.querySelectorAll("[data-of=child]").length,
      written: Object.fromEntries(fields().filter((field) => field.value).map((field) => [field.id, field.value])),
      post: receipt.querySelector("#post").value,
      level: chosen("level")?.value, consent: chosen("consent")?.value, harm: Boolean(chosen("significantHarm")),
      key: receipt.querySelector("#key").value,
      phoned: receipt.querySelector("#phoned").value,
      reference,
    };
  }
  const time = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  let turn = Promise.resolve();
  function save() {
    turn = turn.then(async () => {
      try {
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const plain = new TextEncoder().encode(JSON.stringify(state()));
        const kept = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await secret(), plain);
        await store("drafts", "readwrite", (drafts) => drafts.put({ iv, kept }, OWNER));
        say("draft-note", `Kept in this browser, encrypted, ${time()}.`);
      } catch {
        say("draft-note", "This browser keeps no draft. Make the file or print before you leave the page.");
      }
    });
    return turn;
  }
  let waiting = 0;
  function keep() {
    clearTimeout(waiting);
    waiting = setTimeout(save, 500);
  }
  async function restore() {
    try {
      const draft = await store("drafts", "readonly", (drafts) => drafts.get(OWNER));
      if (!draft) return;
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: draft.iv }, await secret(), draft.kept);
      const old = JSON.parse(new TextDecoder().decode(plain));
      for (let i = 0; i < old.children; i += 1) addChild();
      Object.entries(old.written).forEach(([id, value]) => { const field = document.getElementById(id); if (field) field.value = value; });
      if (old.post) receipt.querySelector("#post").value = old.post;
      [["level", old.level], ["consent", old.consent], ["significantHarm", old.harm ? "yes" : ""]].forEach(([name, value]) => {
        const input = value && receipt.querySelector(`input[name=${name}][value="${value}"]`);
        if (input) input.checked = true;
      });
      receipt.querySelector("#key").value = old.key;
      receipt.querySelector("#phoned").value = old.phoned ?? "";
      reference = old.reference ?? "";
      if (reference) saidReceipt();
      say("draft-note", "Your draft of before is back.");
    } catch {
      say("draft-note", "A draft that was kept here cannot be read any more. Start again.");
    }
  }
  document.getElementById("clear").addEventListener("click", async () => {
    if (!confirm("Clear everything that is written here? It cannot be brought back.")) return;
    clearTimeout(waiting);
    await turn;
    try {
      await store("drafts", "readwrite", (drafts) => drafts.delete(OWNER));
      await store("keys", "readwrite", (keys) => keys.delete(OWNER));
    } catch { /* nothing was kept */ }
    sheet.querySelectorAll("[data-of=child]").forEach((block) => block.remove());
    fields().forEach((field) => { field.value = ""; });
    receipt.querySelectorAll("input[type=radio], input[type=checkbox]").forEach((input) => { input.checked = false; });
    receipt.querySelector("#post").value = "";
    receipt.querySelector("#key").value = crypto.randomUUID();
    receipt.querySelector("#phoned").value = "";
    document.getElementById("paper").replaceChildren();
    reference = "";
    ["receipt-note", "file-note"].forEach((id) => say(id, ""));
    changed();
    say("draft-note", "Cleared. Nothing is kept in this browser.");
  });

  /* The receipt: the six answers of its form and nothing else. */
  function saidReceipt() {
    const note = document.getElementById("receipt-note");
    const link = document.createElement("a");
    link.href = `/referrals/${reference}`;
    link.textContent = reference;
    link.className = "code";
    note.replaceChildren("Receipt ", link, ". It stands on the file too.");
  }
  document.getElementById("take-receipt").addEventListener("click", async () => {
    if (!chosen("level") || !chosen("consent") || !receipt.querySelector("#post").value) {
      say("receipt-note", "For the receipt choose your kind of work, the level, and what the family said. None of the answers stops you.");
      return;
    }
    const sent = new URLSearchParams(new FormData(receipt));
    sent.set("take", "Take the receipt");
    try {
      const answer = await fetch(receipt.action, { method: "POST", body: sent });
      const found = new URL(answer.url).pathname.match(/^\/referrals\/([a-z0-9]{4}-[a-z0-9]{4})$/);
      if (!found) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const refused = [...page.querySelectorAll(".errsum li")].map((one) => one.textContent.trim()).join(" ");
        if (!refused) throw new Error(String(answer.status));
        say("receipt-note", refused);
        return;
      }
      [, reference] = found;
      saidReceipt();
      save();
    } catch {
      say("receipt-note", "The portal did not answer with a receipt. Send the form anyway; try the receipt again later.");
    }
  });

  /* Files, made here. */
  const library = (name) => new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = `${sheet.dataset.assets}/lib/${name}`;
    script.onload = done;
    script.onerror = () => fail(new Error(name));
    document.head.append(script);
  });
  const TITLE = "Referral to children’s social care";
  const about = () => `Receipt: ${reference || "not taken yet"}. ${sheet.dataset.edition}. Written ${new Date().toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" })}.`;
  function hand(blob, ending) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `referral-${reference || "draft"}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }
  async function asWord() {
    if (!window.docx) await library("docx-9.5.1.js");
    const { Document, Packer, Paragraph, TextRun, HeadingLevel } = window.docx;
    const lines = (value) => value.split("\n").map((text, i) => new TextRun({ text, break: i ? 1 : 0 }));
    const children = [new Paragraph({ text: TITLE, heading: HeadingLevel.TITLE }), new Paragraph(about())];
    answers().forEach((block) => {
      children.push(new Paragraph({ text: block.heading, heading: HeadingLevel.HEADING_1 }));
      block.rows.forEach(([label, value]) => {
        children.push(new Paragraph({ children: [new TextRun({ text: label, bold: true })], keepNext: true }));
        children.push(new Paragraph({ children: lines(value || "Not stated"), spacing: { after: 120 } }));
      });
    });
    hand(await Packer.toBlob(new Document({ title: TITLE, creator: sheet.dataset.agency, sections: [{ children }] })), "docx");
    say("file-note", "Word file made in this browser.");
  }
  async function asPdf() {
    if (!window.PDFLib) await library("pdf-lib-1.17.1.js");
    const { PDFDocument, StandardFonts } = window.PDFLib;
    const file = await PDFDocument.create();
    file.setTitle(TITLE);
    file.setLanguage("en-GB");
    const plain = await file.embedFont(StandardFonts.Helvetica);
    const bold = await file.embedFont(StandardFonts.HelveticaBold);
    const [width, height, edge] = [595, 842, 56];
    let page = file.addPage([width, height]);
    let y = height - edge;
    let lost = false;
    const known = (text) => [...text].map((letter) => {
      if (letter === "\u2028") return letter;
      try { plain.encodeText(letter); return letter; } catch { lost = true; return "?"; }
    }).join("");
    function write(text, font, size, after) {
      for (const paragraph of known(text.replaceAll(/[\t\r\u00a0]/g, " ").replaceAll("\n", "\u2028")).split("\u2028")) {
        let line = "";
        const lines = [];
        for (const word of paragraph.split(" ").flatMap((w) => w.match(/.{1,60}/g) ?? [""])) {
          const longer = line ? `${line} ${word}` : word;
          if (line && font.widthOfTextAtSize(longer, size) > width - 2 * edge) { lines.push(line); line = word; } else line = longer;
        }
        lines.push(line);
        for (const one of lines) {
          if (y < edge + size) { page = file.addPage([width, height]); y = height - edge; }
          page.drawText(one, { x: edge, y: y - size, size, font });
          y -= size * 1.35;
        }
      }
      y -= after;
    }
    write(TITLE, bold, 18, 4);
    write(about(), plain, 10, 8);
    answers().forEach((block) => {
      write(block.heading, bold, 14, 2);
      block.rows.forEach(([label, value]) => { write(label, bold, 10, 0); write(value || "Not stated", plain, 11, 5); });
    });
    file.getPages().forEach((one, i, all) => one.drawText(known(`${reference || "Draft"}   page ${i + 1} of ${all.length}`), { x: edge, y: 28, size: 9, font: plain }));
    hand(new Blob([await file.save()], { type: "application/pdf" }), "pdf");
    say("file-note", lost
      ? "PDF made in this browser. Some letters that it cannot write became question marks: use Word or print for those."
      : "PDF made in this browser.");
  }
  function onPaper() {
    const paper = document.getElementById("paper");
    const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
    paper.replaceChildren(make("h1", TITLE), make("p", about()));
    answers().forEach((block) => {
      const list = document.createElement("dl");
      list.className = "facts";
      block.rows.forEach(([label, value]) => list.append(make("dt", label), make("dd", value || "Not stated")));
      paper.append(make("h2", block.heading), list);
    });
  }
  const guarded = (make) => async () => {
    try { await make(); } catch { say("file-note", "The file could not be made. Print the page instead."); }
  };
  document.getElementById("as-word").addEventListener("click", guarded(asWord));
  document.getElementById("as-pdf").addEventListener("click", guarded(asPdf));
  document.getElementById("print").addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", onPaper);

  function changed() { meter(); agreement(); }
  sheet.addEventListener("input", () => { changed(); keep(); });
  sheet.addEventListener("change", () => { changed(); keep(); });
  addEventListener("pagehide", () => { if (waiting) save(); });
  restore().then(changed);
})();

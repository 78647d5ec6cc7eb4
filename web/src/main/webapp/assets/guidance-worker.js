/* Keeps a copy of the public guidance, so that it can be read when the portal or the network is down. */
const COPY = "guidance-1";
const PAGES = ["/guidance", "/guidance/levels/1", "/guidance/levels/2", "/guidance/levels/3", "/guidance/levels/4",
  "/guidance/reference", "/guidance/families", "/guidance/sheet"];
const PATIENCE = 6000;

/* As somebody without an account: nothing that belongs to one person is ever kept. */
const ask = (address) => fetch(new Request(address, { credentials: "omit", cache: "no-cache", headers: { Purpose: "keep" } }));

/* The answer with the moment at which it was kept: not every server sends a date. */
async function stamped(answer) {
  const headers = new Headers(answer.headers);
  headers.set("Kept-At", String(Date.now()));
  return new Response(await answer.text(), { status: 200, headers });
}

/* A page and what it looks like with: a new release names new files. */
async function keep(page) {
  const copy = await caches.open(COPY);
  const answer = await ask(page).catch(() => null);
  if (!answer || !answer.ok) return;
  const assets = new Set();
  const text = await answer.clone().text();
  for (const found of text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) assets.add(found[1]); // no iterator helpers: older phones
  await Promise.all([...assets].map(async (asset) => {
    if (await copy.match(asset)) return;
    const file = await ask(asset).catch(() => null);
    if (file && file.ok) await copy.put(asset, file);
  }));
  await copy.put(page, await stamped(answer));
}

const keepAll = async () => { for (const page of PAGES) await keep(page); };

self.addEventListener("install", (event) => event.waitUntil(keepAll().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(
  caches.keys().then((names) => Promise.all(names.filter((n) => n !== COPY).map((n) => caches.delete(n)))).then(() => self.clients.claim())));

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && address.pathname.startsWith("/guidance")) {
    event.respondWith(page(event, address));
  } else if (address.pathname.startsWith("/assets/")) {
    event.respondWith(fetch(event.request).catch(() => caches.match(event.request).then((kept) => kept || Response.error())));
  }
});

async function page(event, address) {
  const late = new Promise((_, reject) => { setTimeout(() => reject(new Error("late")), PATIENCE); });
  try {
    // "no-cache": what the browser still holds must not pass for the portal's own answer
    const asked = fetch(address.href, { credentials: "same-origin", redirect: "manual", cache: "no-cache" });
    const answer = await Promise.race([asked, late]);
    if (answer.status >= 500) throw new Error(String(answer.status));
    if (answer.ok && PAGES.includes(address.pathname)) event.waitUntil(keepAll());
    return answer;
  } catch {
    return copyOf(address);
  }
}

/* The kept page, with a line that says how old it is. */
async function copyOf(address) {
  const copy = await caches.open(COPY);
  const asked = address.search ? null : await copy.match(address.pathname);
  const kept = asked || (await copy.match("/guidance"));
  if (!kept) return Response.error();
  const since = new Date(Number(kept.headers.get("Kept-At")));
  const days = Math.floor((Date.now() - since.getTime()) / 86400000);
  const age = days < 1 ? "less than a day old" : days === 1 ? "1 day old" : `${days} days old`;
  const day = since.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const time = since.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const line = `<div class="msg msg-warn offline" role="status" id="offline"><b>The portal cannot be reached. This is a copy, ${age}.</b><p>${asked ? "" : "The page that you asked for is not kept; this is the guidance as it was in force. "}Kept on ${day}, ${time}. Searching does not work in it. Check the portal for the current edition when you can.</p></div>`;
  const text = (await kept.text()).replace(/(<main id="main"[^>]*>)/, `$1${line}`);
  const headers = new Headers(kept.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  return new Response(text, { status: 200, headers });
}

"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const readings = all(".reading");
  const body = document.body;
  const said = document.getElementById("said");
  let current = readings[0];
  let picked = [];

  const labels = (node) => (node.dataset.r || "").split(" ").filter(Boolean);
  const card = (label) => current && document.getElementById(`${current.id}-${label}`);
  const marks = () => all(".text .m", current).filter((mark) => mark.offsetParent !== null);
  const keys = () => marks().filter((mark) => mark.classList.contains("key"));

  function remember(key, value) { try { localStorage.setItem(key, value); } catch { /* a sandboxed frame has no storage */ } }
  function recall(key) { try { return localStorage.getItem(key); } catch { return null; } }

  /* Scrolls only the pane the node stands in, and only if the node is not in sight. */
  function reveal(node) {
    const pane = node && node.closest(".text, .records");
    if (!pane) return;
    const box = pane.getBoundingClientRect(), at = node.getBoundingClientRect();
    const head = pane.querySelector(".index") ? pane.querySelector(".index").offsetHeight + 18 : 24;
    if (at.top >= box.top + head && at.bottom <= box.bottom - 16) return;
    const room = Math.max(head, (box.height - at.height) / 3);
    pane.scrollTo({ top: pane.scrollTop + at.top - box.top - room });
  }

  function clear() {
    all(".lit, .on").forEach((node) => { node.classList.remove("lit", "on"); node.removeAttribute("aria-current"); });
    picked = [];
  }

  function light(names) {
    clear();
    picked = names;
    const wanted = new Set(names);
    all(".text .m", current).forEach((mark) => mark.classList.toggle("lit", labels(mark).some((name) => wanted.has(name))));
    names.map(card).filter(Boolean).forEach((node) => { node.classList.add("on"); node.setAttribute("aria-current", "true"); });
    said.textContent = names.map((name) => { const node = card(name); return node ? node.firstElementChild.textContent : name; }).join("; ");
  }

  /* A record is chosen: its words light up and come into view. */
  function choose(node, { focus = true, scroll = true } = {}) {
    light(labels(node));
    all(".rec", current).forEach((other) => { other.tabIndex = -1; });
    node.tabIndex = 0;
    if (focus) node.focus({ preventScroll: true });
    reveal(node);
    if (scroll) reveal(all(".text .m.lit.key", current)[0] || all(".text .m.lit", current)[0]);
  }

  /* A mark is chosen: all its records light up; choosing it again brings the next of them into view. */
  function chooseMark(mark, { focus = false } = {}) {
    const names = labels(mark).filter((name) => card(name));
    if (!names.length) return;
    const turn = mark === chooseMark.last ? (chooseMark.turn + 1) % names.length : 0;
    chooseMark.last = mark;
    chooseMark.turn = turn;
    light(names);
    rove(mark);
    const target = card(names[turn]);
    reveal(target);
    if (focus) { all(".rec", current).forEach((other) => { other.tabIndex = -1; }); target.tabIndex = 0; target.focus({ preventScroll: true }); }
  }

  function rove(mark) {
    all(".text .m[tabindex]", current).forEach((other) => { other.tabIndex = -1; });
    mark.tabIndex = 0;
  }

  function step(list, from, by) {
    if (!list.length) return null;
    const at = list.indexOf(from);
    return at < 0 ? list[by > 0 ? 0 : list.length - 1] : list[Math.min(list.length - 1, Math.max(0, at + by))];
  }

  function stepRecord(by) {
    const list = all(".rec", current);
    const node = step(list, list.find((one) => one.classList.contains("on") && one.tabIndex === 0) || list.find((one) => one.classList.contains("on")), by);
    if (node) choose(node);
  }

  function stepMark(by) {
    const list = keys();
    const now = list.includes(document.activeElement) ? document.activeElement : list.find((mark) => mark.classList.contains("lit"));
    const mark = step(list, now, by);
    if (!mark) return;
    chooseMark.last = null;
    chooseMark(mark);
    mark.focus({ preventScroll: true });
    reveal(mark);
  }

  function show(reading) {
    if (!reading) return;
    clear();
    current = reading;
    readings.forEach((one) => { one.hidden = one !== reading; });
    const number = readings.indexOf(reading) + 1;
    const now = document.querySelector(".articles .now");
    if (now) now.textContent = String(number);
    all(".articles a").forEach((link) => {
      if (link.hash === `#${reading.id}`) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    });
  }

  function followHash() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const reading = target.closest(".reading");
    if (reading && reading !== current) show(reading);
    const list = document.querySelector(".articles");
    if (list) list.open = false;
    if (target.classList.contains("rec")) choose(target);
    else if (target !== reading) target.scrollIntoView({ block: "start" });
  }

  function theme() {
    const root = document.documentElement;
    const dark = (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    root.dataset.theme = dark ? "light" : "dark";
    remember("sayso-theme", root.dataset.theme);
  }

  function help(open) {
    document.getElementById("help").hidden = !open;
    document.getElementById("keys").setAttribute("aria-expanded", String(open));
  }

  function toggle(button, on) {
    button.setAttribute("aria-pressed", String(on));
    body.classList.toggle(`show-${button.dataset.kind}`, on);
  }

  const actions = {
    j: () => stepRecord(1), k: () => stepRecord(-1), n: () => stepMark(1), p: () => stepMark(-1), t: theme,
    "[": () => go(-1), "]": () => go(1), "?": () => help(document.getElementById("help").hidden),
    Escape: () => { clear(); help(false); },
  };

  function go(by) {
    const next = readings[readings.indexOf(current) + by];
    if (next) location.hash = next.id;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.target;
    const record = at.closest && at.closest(".rec");
    const mark = at.closest && at.closest(".text .m");
    const within = (record && at === record) || (mark && at === mark);
    let act = actions[event.key];
    if (record && at === record && event.key === "ArrowDown") act = actions.j;
    if (record && at === record && event.key === "ArrowUp") act = actions.k;
    if (mark && event.key === "ArrowRight") act = actions.n;
    if (mark && event.key === "ArrowLeft") act = actions.p;
    if (within && (event.key === "Enter" || event.key === " ")) {
      act = mark ? () => chooseMark(mark, { focus: true })
        : () => { choose(record); const first = all(".text .m.lit.key", current)[0]; if (first) { rove(first); first.focus({ preventScroll: true }); } };
    }
    if (!act) return;
    event.preventDefault();
    act();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("a, button, summary")) {
      const list = document.querySelector(".articles");
      if (list && !event.target.closest(".articles")) list.open = false;
      const link = event.target.closest("a");
      if (link && link.hash === location.hash) followHash();
      return;
    }
    const mark = event.target.closest(".text .m");
    const record = event.target.closest(".rec");
    if (mark) chooseMark(mark);
    else if (record && !String(getSelection())) choose(record, { focus: false });
    else if (event.target.closest(".text")) clear();
  });

  all(".legend button").forEach((button) => {
    toggle(button, button.getAttribute("aria-pressed") === "true");
    button.addEventListener("click", () => toggle(button, button.getAttribute("aria-pressed") !== "true"));
  });
  document.getElementById("theme").addEventListener("click", theme);
  document.getElementById("keys").addEventListener("click", () => help(document.getElementById("help").hidden));
  addEventListener("hashchange", followHash);

  const wanted = recall("sayso-theme");
  if (wanted) document.documentElement.dataset.theme = wanted;
  readings.forEach((reading) => {
    all(".text .m.key", reading).forEach((mark, i) => {
      mark.setAttribute("role", "button");
      mark.setAttribute("aria-label", `${mark.textContent} (${labels(mark).join(", ")})`);
      mark.tabIndex = i ? -1 : 0;
    });
    const first = reading.querySelector(".rec");
    if (first) first.tabIndex = 0;
  });
  show(readings[0]);
  followHash();
})();

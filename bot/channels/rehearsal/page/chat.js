// What happens on the page: choosing a person, talking, moving the clock. How it looks is built in view.js.

import { ask, attempt } from "./ask.js";
import { dropFile, goesAlong, sendFile, wireAttaching } from "./attach.js";
import { move, showClock, toast } from "./clock.js";
import { goTo, grown, showEnd, wireScrolling } from "./scroll.js";
import {
  byId, dayView, firstLine, messagesView, messageView, peopleView, useWords, word,
} from "./view.js";

const HINT_READ = "rehearsal-hint-read";
const state = { cast: [], chat: "", messages: new Map(), replyTo: null, chosen: false, opened: 0, loading: false };
const narrow = matchMedia("(max-width: 760px)");

// ---- people

const personOf = (chat) => state.cast.find((person) => person.chat === chat);

function showPeople() {
  const focused = document.activeElement?.dataset?.chat;
  byId("people").replaceChildren(peopleView(state.cast, state.chat, byId("search").value));
  if (focused) byId("people").querySelector(`[data-chat="${CSS.escape(focused)}"]`)?.focus();
  byId("elsewhere").hidden = !state.cast.some((person) => person.unread);
}

function firstToMeet() {
  const wanted = personOf(decodeURIComponent(location.hash.slice(1)));
  const liaisons = state.cast.filter((person) => person.role === "liaison");
  return wanted ?? liaisons.find((person) => person.unread) ?? liaisons[0] ?? state.cast[0];
}

async function open(chat) {
  const turn = ++state.opened;
  if (chat !== state.chat) { dropReply(); dropFile(); }
  state.chat = chat;
  state.messages = new Map();
  state.loading = true;
  byId("person").textContent = personOf(chat).name;
  byId("text").placeholder = word(`placeholder-${personOf(chat).role}`);
  const { messages } = await ask(`chat?person=${encodeURIComponent(chat)}`);
  if (turn !== state.opened) return;
  state.loading = false;
  // What arrived while this was on its way is newer than it.
  state.messages = inOrder([...messages.map((message) => [message.id, message]), ...state.messages]);
  showMessages();
  markSeen();
}

async function choose(chat) {
  state.chosen = true;
  history.replaceState(null, "", `#${encodeURIComponent(chat)}`);
  drawer(false);
  await attempt(() => open(chat));
  if (!narrow.matches) byId("text").focus();
}

function markSeen() {
  const last = [...state.messages.keys()].at(-1);
  personOf(state.chat).unread = 0;
  showPeople();
  if (last) ask("seen", { person: state.chat, message: last }).catch(() => {});
}

function drawer(shown) {
  document.body.classList.toggle("drawer", shown);
  byId("cast-open").setAttribute("aria-expanded", String(shown));
  byId("cast").inert = narrow.matches && !shown;
  document.querySelector(".room").inert = narrow.matches && shown;
  if (shown) byId("search").focus();
}

// ---- messages

function showMessages() {
  const list = byId("messages");
  list.setAttribute("aria-busy", "true");
  list.replaceChildren(messagesView([...state.messages.values()]));
  list.setAttribute("aria-busy", "false");
  showEnd();
}

function arrived(message) {
  if (message.clock) showClock(message.clock);
  if (message.chat !== state.chat) return elsewhere(message);
  const list = byId("messages");
  const last = [...state.messages.values()].at(-1);
  state.messages.set(message.id, message);
  // The words of a person are counted before the answer to them, but may arrive after it.
  if (!last || Number(last.id) > Number(message.id)) {
    state.messages = inOrder(state.messages);
    showMessages();
  } else {
    if (last.date !== message.date) list.append(dayView(message));
    list.append(messageView(message, state.messages.get(message.reply_to)));
  }
  grown(message.own);
  markSeen();
}

const inOrder = (pairs) => new Map([...new Map(pairs)].sort(([one], [other]) => one - other));

function elsewhere(message) {
  const person = personOf(message.chat);
  if (!person || message.own) return;
  person.unread += 1;
  showPeople();
  // Nobody chosen yet and nothing to see: show the newcomer the first push.
  const idle = !state.chosen && !state.loading && !state.messages.size;
  if (idle && person.role === "liaison") attempt(() => open(person.chat));
}

function edited(message) {
  if (message.chat !== state.chat || !state.messages.has(message.id)) return;
  state.messages.set(message.id, message);
  const list = byId("messages");
  const old = list.querySelector(`[data-id="${CSS.escape(message.id)}"]`);
  const focused = old.contains(document.activeElement);
  const view = messageView(message, state.messages.get(message.reply_to));
  old.replaceWith(view);
  if (focused) view.querySelector("button").focus({ preventScroll: true });
  if (view === list.lastElementChild) grown(false);
}

// ---- talking

function replyTo(id) {
  state.replyTo = id;
  byId("quoted").textContent = firstLine(state.messages.get(id));
  byId("quote-bar").hidden = false;
  byId("text").focus();
}

function dropReply() {
  state.replyTo = null;
  byId("quote-bar").hidden = true;
}

function fitText() {
  const text = byId("text");
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight + 2, 180)}px`;
}

async function say() {
  const text = byId("text");
  const send = byId("send");
  if (send.disabled) return;
  const said = { person: state.chat, text: text.value, reply_to: state.replyTo };
  send.disabled = true;
  send.textContent = word("sending");
  const alone = !goesAlong(said.text);
  const done = await attempt(async () => {
    await sendFile(said.person, said.text, said.reply_to);
    if (alone) await ask("say", said);
  });
  send.disabled = false;
  send.textContent = word("send");
  if (done && text.value === said.text) text.value = "";
  if (done) dropReply();
  fitText();
  text.focus();
}

// Lets go of what was to be sent along; whoever was on a button that goes with it writes on.
function putBack() {
  dropReply();
  dropFile();
  if (!document.activeElement?.checkVisibility()) byId("text").focus();
}

async function press(button) {
  const message = button.closest(".message").dataset.id;
  button.disabled = true;
  await attempt(() => ask("press", { person: state.chat, message, data: button.dataset.data }));
  button.disabled = false;
}

// ---- wiring

async function refresh() {
  const { cast, clock } = await ask("cast");
  state.cast = cast;
  showClock(clock);
  await open((personOf(state.chat) ?? firstToMeet()).chat);
  document.querySelector(".house").hidden = false;
  byId("offline").hidden = true;
}

function listen() {
  const stream = new EventSource("/api/stream");
  const on = (kind, act) => stream.addEventListener(kind, (event) => act(JSON.parse(event.data)));
  // Also after a lost connection: whatever was missed is loaded afresh.
  stream.onopen = () => attempt(refresh);
  stream.onerror = () => {
    byId("offline").textContent = word("offline");
    byId("offline").hidden = false;
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
  };
  on("message", arrived);
  on("edit", edited);
  on("clock", showClock);
  on("toast", (remark) => { if (remark.chat === state.chat) toast(remark.words); });
}

function wire() {
  const on = (id, kind, act) => byId(id).addEventListener(kind, act);
  on("people", "click", ({ target }) => {
    const person = target.closest(".person");
    if (person) choose(person.dataset.chat);
  });
  on("search", "input", showPeople);
  on("cast-open", "click", () => drawer(true));
  on("cast-close", "click", () => { drawer(false); byId("cast-open").focus(); });
  on("veil", "click", () => drawer(false));
  narrow.addEventListener("change", () => drawer(false));
  on("messages", "click", ({ target }) => {
    if (target.matches(".reply")) replyTo(target.closest(".message").dataset.id);
    else if (target.dataset.data) press(target);
    else if (target.dataset.goto) goTo(target.dataset.goto);
  });
  on("quote-close", "click", () => { dropReply(); byId("text").focus(); });
  on("composer", "submit", (event) => { event.preventDefault(); say(); });
  on("text", "input", fitText);
  on("text", "keydown", (event) => {
    // While an input method is composing, Enter picks a word and must not send.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    say();
  });
  on("moves", "click", ({ target }) => {
    if (target.dataset.minutes) move({ minutes: Number(target.dataset.minutes) });
    if (target.dataset.to) move({ to: target.dataset.to });
  });
  on("leap", "submit", (event) => { event.preventDefault(); move({ date: byId("date").value }); });
  on("hint-close", "click", () => { localStorage.setItem(HINT_READ, "yes"); byId("hint").hidden = true; });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    if (!document.body.classList.contains("drawer")) return putBack();
    drawer(false);
    byId("cast-open").focus();
  });
}

useWords(await ask("texts"));
byId("hint").hidden = localStorage.getItem(HINT_READ) === "yes";
wire();
wireAttaching();
wireScrolling();
drawer(false);
listen();

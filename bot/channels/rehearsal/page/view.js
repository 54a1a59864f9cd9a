// Builds what is seen: messages, people, links. What happens when is decided in chat.js.

let words = {};

export const word = (name) => words[name] ?? "";

export const byId = (id) => document.getElementById(id);

export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

export function useWords(texts) {
  words = texts.words;
  document.documentElement.lang = texts.locale;
  document.title = word("title");
  const fill = (mark, put) =>
    document.querySelectorAll(`[data-${mark}]`).forEach((node) => put(node, word(node.dataset[mark])));
  fill("text", (node, text) => { node.textContent = text; });
  fill("label", (node, text) => {
    node.setAttribute("aria-label", text);
    if (node.matches("button")) node.title = text;
  });
  fill("placeholder", (node, text) => { node.placeholder = text; });
}

// A link ends where Chinese text or full-width punctuation begins: …a.html，请查收
const LINK = /https?:\/\/[^\s<>"'\u2018-\u201f\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+/gi;

function linked(text) {
  const parts = document.createDocumentFragment();
  let end = 0;
  for (const found of text.matchAll(LINK)) {
    const address = found[0].replace(/[.,;:!?)\]}]+$/, "");
    if (!URL.canParse(address)) continue;
    const link = element("a", "", address);
    link.href = address;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    parts.append(text.slice(end, found.index), link);
    end = found.index + address.length;
  }
  parts.append(text.slice(end));
  return parts;
}

// A line that begins with spaces stays set in where it runs on to the next.
function lineView(line) {
  const view = element("div", /^[ \u3000]/.test(line) ? "set-in" : "");
  view.append(linked(line));
  return view;
}

export const sizeOf = (bytes) =>
  bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

const nameOf = (file) => file.name || word("chat-file-unnamed");

// What a message is quoted by.
export const firstLine = ({ text, file }) =>
  text.trim().split("\n", 1)[0].slice(0, 80) || (file ? nameOf(file) : "");

// What the bot sent can be downloaded; what a person sent, that person has.
function fileView(file, own) {
  const view = element(own ? "div" : "a", "file");
  const about = element("span", "");
  about.append(element("span", "name", nameOf(file)), element("span", "size", sizeOf(file.size)));
  view.append(byId("sheet").content.cloneNode(true), about);
  if (!own) {
    view.href = `/api/file?id=${encodeURIComponent(file.id)}`;
    view.download = nameOf(file);
    view.setAttribute("aria-label", `${word("chat-file-download")} ${nameOf(file)} ${sizeOf(file.size)}`);
  }
  return view;
}

function quoteOf(original) {
  const quote = element("button", "quote", original ? firstLine(original) : word("gone"));
  quote.type = "button";
  quote.dataset.goto = original?.id ?? "";
  quote.disabled = !original;
  return quote;
}

function buttonsOf(message) {
  const grid = element("div", "buttons");
  for (const row of message.buttons) {
    const line = element("div", "row");
    for (const { label, data } of row) {
      const button = element("button", "", label);
      button.type = "button";
      button.dataset.data = data;
      line.append(button);
    }
    grid.append(line);
  }
  return grid;
}

function footOf(message) {
  const foot = element("div", "foot");
  if (!message.own) {
    const reply = element("button", "plain reply", word("reply"));
    reply.type = "button";
    foot.append(reply);
  }
  if (message.edited) foot.append(element("span", "", word("edited")));
  foot.append(element("time", "", message.time));
  return foot;
}

export function messageView(message, original) {
  const view = element("article", message.own ? "message own" : "message");
  view.dataset.id = message.id;
  view.setAttribute("aria-label", word(message.own ? "you" : "bot"));
  const bubble = element("div", "bubble");
  if (message.reply_to) bubble.append(quoteOf(original));
  if (message.text) {
    const text = element("div", "text");
    text.append(...message.text.split(/(?<=\n)/).map(lineView));
    bubble.append(text);
  }
  if (message.file) bubble.append(fileView(message.file, message.own));
  bubble.append(footOf(message));
  view.append(bubble);
  if (message.buttons.length) view.append(buttonsOf(message));
  return view;
}

export const dayView = (message) => element("p", "date", message.day);

export function messagesView(messages) {
  const views = document.createDocumentFragment();
  const known = new Map(messages.map((message) => [message.id, message]));
  let date = "";
  for (const message of messages) {
    if (message.date !== date) views.append(dayView(message));
    date = message.date;
    views.append(messageView(message, known.get(message.reply_to)));
  }
  if (!messages.length) views.append(element("p", "empty", word("empty")));
  return views;
}

function personView(person, current) {
  const view = element("button", "person");
  view.type = "button";
  view.dataset.chat = person.chat;
  if (person.chat === current) view.setAttribute("aria-current", "true");
  view.append(element("span", "name", person.name));
  if (person.unread) {
    const badge = element("span", "unread", String(person.unread));
    badge.append(element("span", "unseen", ` ${word("unread")}`));
    view.append(badge);
  }
  return view;
}

export function peopleView(cast, current, wanted) {
  const views = document.createDocumentFragment();
  const needle = wanted.trim().toLowerCase();
  const found = cast.filter((person) => person.name.toLowerCase().includes(needle));
  for (const role of ["office", "liaison", "visitor"]) {
    const people = found.filter((person) => person.role === role);
    if (people.length) views.append(element("h3", "", word(`role-${role}`)));
    views.append(...people.map((person) => personView(person, current)));
  }
  if (!found.length) views.append(element("p", "none", word("none-found")));
  return views;
}

// The one file that is to be sent next: chosen, or dropped onto the talk.

import { askWithFile } from "./ask.js";
import { byId, sizeOf, word } from "./view.js";

const LARGEST = 20_000_000;    // bytes; the program checks again
let chosen = null;
let sending = false;
let unwanted = false;    // put back while it was being sent

function choose(files) {
  if (!files.length || sending) return;
  const [file] = files;
  const fault = (files.length > 1 && word("chat-file-one")) || (!file.size && word("chat-file-empty"))
    || (file.size > LARGEST && word("chat-file-too-big")) || "";
  byId("fault").textContent = fault;
  if (fault) return;
  chosen = file;
  byId("file-name").textContent = `${file.name || word("chat-file-unnamed")} · ${sizeOf(file.size)}`;
  byId("file-bar").hidden = false;
  byId("text").focus();
}

export function dropFile() {
  unwanted = sending;
  if (sending) return;
  chosen = null;
  byId("file-bar").hidden = true;
}

const LONGEST_CAPTION = 1024;

// Whether these words can stand with the chosen file; longer ones follow it as a message of their own.
export const goesAlong = (words) => chosen !== null && words.trim().length <= LONGEST_CAPTION;

// Sends the chosen file, if there is one; it stays chosen when that fails.
export async function sendFile(person, words, replyTo) {
  if (!chosen) return;
  const about = new URLSearchParams({ person, name: chosen.name, caption: goesAlong(words) ? words : "" });
  if (replyTo) about.set("reply_to", replyTo);
  const controls = [byId("attach"), byId("file-cancel")];
  const busy = (on) => { sending = on; controls.forEach((control) => { control.disabled = on; }); };
  busy(true);
  try {
    await askWithFile(`file?${about}`, chosen);
    unwanted = true;
  } finally {
    busy(false);
    if (unwanted) dropFile();
  }
}

const bringsFiles = (event) => event.dataTransfer?.types.includes("Files");

export function wireAttaching() {
  byId("attach").addEventListener("click", () => byId("file").click());
  byId("file").addEventListener("change", ({ target }) => {
    choose(target.files);
    target.value = "";    // so that the same file can be chosen again once it has been mended
  });
  byId("file-cancel").addEventListener("click", () => { dropFile(); byId("attach").focus(); });
  // Everywhere on the page: a file let go beside the talk would otherwise take the page's place.
  const on = (kind, act) => document.addEventListener(kind, (event) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    act(event);
  });
  const inRoom = ({ target }) => target instanceof Element && target.closest(".room") !== null;
  on("dragover", (event) => {
    byId("drop").hidden = !inRoom(event);
    event.dataTransfer.dropEffect = inRoom(event) ? "copy" : "none";
  });
  on("dragleave", (event) => { if (!event.relatedTarget) byId("drop").hidden = true; });
  on("drop", (event) => {
    byId("drop").hidden = true;
    if (inRoom(event)) choose(event.dataTransfer.files);
  });
}

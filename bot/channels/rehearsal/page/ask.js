// Asks the program for things, and says what went wrong.

import { byId, word } from "./view.js";

export function ask(path, body) {
  return fetched(path, body && posted("application/json", JSON.stringify(body)));
}

export function askWithFile(path, file) {
  return fetched(path, posted("application/octet-stream", file));
}

const posted = (kind, body) => ({ method: "POST", headers: { "Content-Type": kind }, body });

async function fetched(path, post) {
  const answer = await fetch(`/api/${path}`, post);
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.error || word("failed"));
  return said;
}

// Runs one thing the person asked for; what goes wrong is said above the words being written.
export async function attempt(work) {
  byId("fault").textContent = "";
  try {
    await work();
    return true;
  } catch (fault) {
    byId("fault").textContent = fault instanceof TypeError ? word("failed") : fault.message;
    return false;
  }
}

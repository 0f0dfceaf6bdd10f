// SPDX-License-Identifier: Apache-2.0
// What all pages share: finding elements, and lists to which lines are added.

/** Longer lists lose their oldest lines. */
const MAXIMUM_LINES = 300;

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium', hourCycle: 'h23' });

/** The element with this id. */
export function byId(id) {
  return document.getElementById(id);
}

/** A new element that holds text; text from others never becomes markup. */
export function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A time of day, for people and for machines. */
export function time(date) {
  const made = element('time', 'time', clock.format(date));
  made.dateTime = date.toISOString();
  return made;
}

/** Adds a line of parts to a list and scrolls to it, unless the reader has scrolled up. */
export function addLine(list, className, ...parts) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  const line = element('li', className, '');
  line.append(...parts);
  list.append(line);
  while (list.childElementCount > MAXIMUM_LINES) {
    list.firstElementChild.remove();
  }
  if (atEnd) {
    list.scrollTop = list.scrollHeight;
  }
}

/** Adds to the page's list of messages. */
export function show(what, text, className = '') {
  addLine(byId('messages'), className, time(new Date()), element('span', 'tag', what), element('span', 'text', text));
}

/** Lets time pass. */
export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Adds to the page's list of what happened to the connection. */
export function log(text, className = '') {
  addLine(byId('log'), className, time(new Date()), element('span', 'text', text));
}

/** Shows what the connection is doing now. */
export function showState(text, kind) {
  const state = byId('state');
  state.textContent = text;
  state.dataset.kind = kind;
}

/** Shows one of the facts about the connection; there may be none. */
export function showFact(id, text) {
  byId(id).textContent = text || '–';
}

/** Enables or disables everything that needs a connection. */
export function enable(connected) {
  for (const control of document.querySelectorAll('[data-needs-connection]')) {
    control.disabled = !connected;
  }
}

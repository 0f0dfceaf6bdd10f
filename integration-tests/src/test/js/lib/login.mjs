// SPDX-License-Identifier: Apache-2.0
// The example's login, whose users have their names as passwords.

/** Asks for a token; answers the whole response. */
export function ask(base, body, headers = { 'Content-Type': 'application/json' }) {
  return fetch(`${base}/api/token`, { method: 'POST', headers, body });
}

/** A token of a user. */
export async function token(base, user) {
  const answer = await ask(base, JSON.stringify({ user, password: user }));
  return (await answer.json()).token;
}

/** The settings of a connection of a user. */
export function as(base, user) {
  return { options: { accessTokenFactory: () => token(base, user) } };
}

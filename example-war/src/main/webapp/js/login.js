// SPDX-License-Identifier: Apache-2.0
// Who uses the page, and the tokens that say so.

/** In milliseconds: a token that ends sooner is replaced before it is used. */
const SPARE = 30_000;

/** How many milliseconds a token is good, by its own account. */
function lifetime(token) {
  const claims = JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
  return (claims.exp - claims.iat) * 1000;
}

/** A login at the page's own server. Name and password stay in the memory of the page: nothing is stored. */
export class Login {
  #credentials;
  #token = '';
  #end = 0;

  get user() {
    return this.#credentials?.user;
  }

  /** Asks for a first token, which fails for a wrong name or password. */
  async login(user, password) {
    this.#credentials = { user, password };
    try {
      await this.#fetch();
    } catch (error) {
      this.logout();
      throw error;
    }
  }

  /** Forgets everything. */
  logout() {
    this.#credentials = undefined;
    this.#token = '';
    this.#end = 0;
  }

  /** A token that is good for some time yet; empty when nobody has logged in. */
  async token() {
    if (this.#credentials && Date.now() > this.#end - SPARE) {
      await this.#fetch();
    }
    return this.#token;
  }

  async #fetch() {
    const credentials = this.#credentials;
    const answer = await fetch('api/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(credentials),
    });
    if (!answer.ok) {
      throw new Error(answer.status === 401 ? 'Wrong name or password' : `No token: status ${answer.status}`);
    }
    const { token } = await answer.json();
    if (this.#credentials === credentials) {
      this.#token = token;
      this.#end = Date.now() + lifetime(token); // by our own clock, which may differ from that of the server
    }
  }
}

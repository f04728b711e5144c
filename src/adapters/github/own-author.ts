import { type GitHub, isApiError } from "./client.ts";

type Author = { readonly login: string; readonly type?: string } | null | undefined;

/**
 * Returns whether an author may be the owner of this token: anyone can write our mark, and comments of people are never
 * changed. The token of a job or app cannot read its own user, so any bot matches.
 */
export async function ownAuthorMatcher(github: GitHub, token: string): Promise<(author: Author) => boolean> {
	const login = token.startsWith("ghs_") ? undefined : await loginOf(github);
	return (author) => (login === undefined ? author?.type === "Bot" : author?.login === login);
}

async function loginOf(github: GitHub): Promise<string | undefined> {
	try {
		return (await github.rest.users.getAuthenticated()).data.login;
	} catch (error) {
		if (isApiError(error) && (error.status === 403 || error.status === 404)) return undefined;
		throw error;
	}
}

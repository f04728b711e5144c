import { type GitHub, isApiError } from "./client.ts";

type Author = { readonly login: string; readonly type?: string } | null | undefined;

/**
 * Says of a comment's or issue's author whether it may be this token's own. Anybody can write our mark; what a person wrote is never touched. The token of a
 * job, or of an app, cannot ask who it is: what it writes is a bot's.
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

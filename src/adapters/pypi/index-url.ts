import { defined } from "../../util/defined.ts";

/** A parsed index URL. */
export interface IndexUrl {
	/** Without a login; ends with a `/`. */
	readonly base: URL;
	/** Key of the response cache: the URL without its login. */
	readonly id: string;
	/** For messages. */
	readonly label: string;
	readonly authorization?: string;
}

/**
 * Parses an index URL; returns a message without any part of it if it is invalid. `login` is a URL whose user and
 * password apply to every index with the same origin.
 */
export function parseIndexUrl(text: string, login?: string): IndexUrl | string {
	// pip expands environment variables of the build, which are unknown here.
	if (text.includes("${")) return "has a variable in its URL";
	const base = URL.parse(text);
	if (base === null) return "has an invalid URL";
	if (base.protocol !== "https:" && base.protocol !== "http:") return "has a URL that is neither http nor https";
	const authorization = basic(base) ?? (login === undefined ? undefined : loginFor(base, login));
	base.username = "";
	base.password = "";
	base.search = "";
	base.hash = "";
	if (!base.pathname.endsWith("/")) base.pathname += "/";
	return { base, id: base.href, label: base.href.replace(/\/$/, ""), ...defined({ authorization }) };
}

function basic({ username, password }: URL): string | undefined {
	if (username === "" && password === "") return undefined;
	const pair = `${decodePercent(username)}:${decodePercent(password)}`;
	return `Basic ${Buffer.from(pair).toString("base64")}`;
}

function loginFor(base: URL, login: string): string | undefined {
	const url = URL.parse(login);
	return url?.origin === base.origin ? basic(url) : undefined;
}

/** Decodes percent-encoding; an invalid one stays as it is. */
export function decodePercent(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

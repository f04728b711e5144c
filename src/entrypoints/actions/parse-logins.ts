import { isLoopback } from "../../adapters/http/http.ts";
import { type Problem, UserError } from "../../util/errors.ts";

/** A registry to log in to. */
export interface LoginRequest {
	readonly host: string;
	readonly username: string;
	/** Undefined if the workflow may not read the secret. */
	readonly password: string | undefined;
}

/** The passwords in the input `logins`, to be masked first. */
export function passwordsIn(lines: string): readonly string[] {
	return lines.split("\n").flatMap((line) => {
		const password = split(line)[2];
		return password === undefined ? [] : [password];
	});
}

const split = (line: string) => /^\s*(\S+)(?:\s+(\S+)(?:\s+(\S.*?))?)?\s*$/.exec(line)?.slice(1, 4) ?? [];

/** The job's token, and the registries to which it belongs. */
export interface JobToken {
	readonly token: string | undefined;
	readonly registries: readonly string[];
	/** Whether it replaces a missing password. */
	readonly isFallback: boolean;
}

/**
 * The registries of the GitHub server whose token a job has. GitHub Enterprise has its Container registry at
 * `containers.<host>`, and at `docker.<host>` or the host itself the registry that came before it: "Working with the
 * Container registry" in https://docs.github.com/en/enterprise-server@latest/packages
 */
export function registriesOfToken(server = "https://github.com"): readonly string[] {
	const host = URL.parse(server)?.host ?? "";
	if (host === "github.com") return ["ghcr.io"];
	return host === "" ? [] : [`containers.${host}`, `docker.${host}`, host];
}

/**
 * The logins of all inputs. The login of `registry` without a password uses the job's token where that belongs.
 * Throws a UserError `options/login` with all mistakes, without passwords.
 */
export function parseLogins(inputs: {
	readonly registry: string | undefined;
	readonly username: string | undefined;
	readonly password: string | undefined;
	readonly lines: readonly string[];
	readonly jobToken: JobToken;
}): readonly LoginRequest[] {
	const { token, registries, isFallback } = inputs.jobToken;
	const problems: Problem[] = [];
	const logins: LoginRequest[] = [];
	const add = (host: string, username: string | undefined, password: string | undefined, what: string) => {
		if (!isHost(host))
			problems.push({ code: "options/value", message: `${what}: ${JSON.stringify(host)} is not a host name` });
		else if (username === undefined)
			problems.push({
				code: "options/login",
				message: `${what} has no user for ${host}`,
				fix: "write registry, user and password, separated by spaces",
			});
		else if (password && password === token && !mayGetToken(host)) problems.push(foreignToken(host, registries));
		else logins.push({ host: host.toLowerCase(), username, password });
	};
	const mayGetToken = (host: string) => registries.includes(host.toLowerCase()) || isLoopback(hostnameOf(host));
	const { registry, username, password } = inputs;
	if (username === undefined && password !== undefined)
		problems.push({
			code: "options/login",
			message: "registry-username is missing or blank",
			fix: "set registry-username and registry-password, or neither",
		});
	else if (username !== undefined && registry === undefined)
		problems.push({
			code: "options/login",
			message: "registry-username needs a registry",
			fix: "set registry, such as ghcr.io, or docker.io for Docker Hub",
		});
	else if (username !== undefined && registry !== undefined) {
		const host = registry.split("/")[0] ?? registry;
		const fallback = isFallback && registries.includes(host.toLowerCase()) ? token : undefined;
		add(host, username, password || fallback, "registry");
	}
	for (const line of inputs.lines) {
		const [host = "", user, secret] = split(line);
		add(host, user, secret, "logins");
	}
	if (problems.length > 0) throw new UserError(problems);
	return logins;
}

const hostnameOf = (host: string) => URL.parse(`https://${host}`)?.hostname ?? host;

/** Anyone who has the token of a job can push images and, with its permissions, commits. */
const foreignToken = (host: string, registries: readonly string[]): Problem => ({
	code: "options/login",
	message: `the job's token is not sent to ${host}`,
	why: `it belongs to ${registries[0] ?? "another host"}, and can write to this repository`,
	fix: `create a token at ${host}, and pass it as a secret`,
});

const isHost = (host: string) =>
	/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?$/i.test(host) || /^\[[0-9a-f:]+\](:\d+)?$/i.test(host);

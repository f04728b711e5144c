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

/** The logins of all inputs. Throws a UserError `options/login` with all mistakes, without passwords. */
export function parseLogins(inputs: {
	readonly registry: string | undefined;
	readonly username: string | undefined;
	readonly password: string | undefined;
	readonly lines: readonly string[];
}): readonly LoginRequest[] {
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
		else logins.push({ host: host.toLowerCase(), username, password });
	};
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
	else if (username !== undefined && registry !== undefined)
		add(registry.split("/")[0] ?? registry, username, password, "registry");
	for (const line of inputs.lines) {
		const [host = "", user, secret] = split(line);
		add(host, user, secret, "logins");
	}
	if (problems.length > 0) throw new UserError(problems);
	return logins;
}

const isHost = (host: string) =>
	/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?$/i.test(host) || /^\[[0-9a-f:]+\](:\d+)?$/i.test(host);

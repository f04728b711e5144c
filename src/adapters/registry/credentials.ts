import { readFile } from "node:fs/promises";
import path from "node:path";
import { dockerConfigFolder, type Env } from "../../util/env.ts";
import { UserError } from "../../util/errors.ts";
import { parseJson, readObject, readString } from "../../util/json.ts";
import type { Exec } from "../process/exec.ts";

/** Credentials for a registry. An identity token is exchanged for access tokens at the token endpoint. */
export type Credential =
	| { readonly kind: "password"; readonly username: string; readonly password: string }
	| { readonly kind: "identity"; readonly token: string };

/** Undefined: anonymous. */
export type Credentials = (host: string) => Promise<Credential | undefined>;

export const anonymous: Credentials = async () => undefined;

/**
 * Credentials from Docker's config.json (`DOCKER_CONFIG`, else ~/.docker): credHelpers, credsStore, then auths, as in
 * docker. Read when first needed. Throws UserError `registry/docker-config` or `registry/credential-helper`, without
 * credentials in their messages.
 */
export function dockerCredentials(options: HelperOptions & { readonly env: Env }): Credentials {
	const folder = dockerConfigFolder(options.env);
	let config: Promise<Readonly<Record<string, unknown>>> | undefined;
	return async (host) => {
		config ??= readConfig(path.join(folder, "config.json"));
		const file = await config;
		const helpers = readObject(file.credHelpers);
		const helper =
			readString(helpers?.[serverName(host)]) ?? readString(helpers?.[host]) ?? readString(file.credsStore);
		const stored = fromAuths(readObject(file.auths), host);
		if (helper === undefined) return stored;
		return (await callHelper(options, helper, host)) ?? stored;
	};
}

interface HelperOptions {
	readonly exec: Exec;
	readonly signal?: AbortSignal;
	/** Timeout of a helper, milliseconds: some wait for an invisible dialog. */
	readonly helperMs?: number;
}

async function readConfig(file: string): Promise<Readonly<Record<string, unknown>>> {
	const fix = "fix the file, or remove it and run docker login again";
	let text: string;
	try {
		text = await readFile(file, "utf8");
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "ENOENT") return {};
		const why = (cause as Error).message;
		throw new UserError({ code: "registry/docker-config", message: "cannot read Docker's config", why, at: { file } });
	}
	const config = readObject(parseJson(text));
	if (config) return config;
	// Without the parser's message, which quotes the file.
	const message = "Docker's config is not a JSON object";
	throw new UserError({ code: "registry/docker-config", message, fix, at: { file } });
}

/** The key of Docker Hub in config.json. */
const hubKey = "https://index.docker.io/v1/";

function serverName(host: string): string {
	return host === "docker.io" ? hubKey : host;
}

function fromAuths(auths: Readonly<Record<string, unknown>> | undefined, host: string): Credential | undefined {
	const hostOf = (key: string) => key.replace(/^https?:\/\//, "").split("/")[0] ?? "";
	const hosts = host === "docker.io" ? ["index.docker.io", "docker.io", "registry-1.docker.io"] : [host];
	const keys = Object.keys(auths ?? {});
	const key = keys.find((name) => name === serverName(host)) ?? keys.find((name) => hosts.includes(hostOf(name)));
	const entry = key === undefined ? undefined : readObject(auths?.[key]);
	const token = readString(entry?.identitytoken);
	if (token !== undefined) return { kind: "identity", token };
	const pair = Buffer.from(readString(entry?.auth) ?? "", "base64").toString();
	const colon = pair.indexOf(":");
	const username = colon > 0 ? pair.slice(0, colon) : readString(entry?.username);
	const password = colon > 0 ? pair.slice(colon + 1).replace(/(?<!\0)\0+$/, "") : readString(entry?.password);
	return username && password ? { kind: "password", username, password } : undefined;
}

/** The protocol of docker-credential-helpers: server name on stdin, `{Username, Secret}` on stdout. */
async function callHelper(
	{ exec, signal, helperMs = 60_000 }: HelperOptions,
	name: string,
	host: string,
): Promise<Credential | undefined> {
	const program = `docker-credential-${name}`;
	const failure = (why: string, cause?: unknown) => {
		const message = `Docker's credential helper failed for ${host}`;
		const fix = `install ${program}, or remove it from Docker's config.json`;
		return new UserError({ code: "registry/credential-helper", message, why, fix }, { cause });
	};
	if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) throw failure(`invalid helper name ${JSON.stringify(name)}`);
	const timeout = AbortSignal.timeout(helperMs);
	const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
	const execOptions = { input: serverName(host), signal: either, graceMs: 1000 };
	const { exitCode, stdout } = await exec([program, "get"], execOptions).catch((cause: unknown) => {
		throw failure(`cannot run ${program}`, cause);
	});
	signal?.throwIfAborted();
	if (timeout.aborted) throw failure(`${program} did not respond within ${helperMs / 1000} s`);
	if (exitCode !== 0) {
		if (/credentials not found|not found in native keychain/i.test(stdout)) return undefined;
		throw failure(`${program} exited with ${exitCode}`);
	}
	const json = parseJson(stdout);
	if (json === undefined) throw failure(`${program} did not print JSON`);
	const username = readString(readObject(json)?.Username);
	const secret = readString(readObject(json)?.Secret);
	if (username === undefined || secret === undefined) return undefined;
	return username === "<token>"
		? { kind: "identity", token: secret }
		: { kind: "password", username, password: secret };
}

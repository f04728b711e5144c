import { readFile } from "node:fs/promises";
import path from "node:path";
import { readObject, readString } from "../../model/oci/manifest.ts";
import { UserError } from "../../util/errors.ts";
import { configFolder } from "../docker/client-config.ts";
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
export function dockerCredentials(options: {
	readonly exec: Exec;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly signal?: AbortSignal;
	/** Timeout of a helper, milliseconds: some wait for a dialog that nobody sees. */
	readonly helperMs?: number;
}): Credentials {
	const folder = configFolder(options.env);
	let config: Promise<Readonly<Record<string, unknown>>> | undefined;
	return async (host) => {
		config ??= readConfig(path.join(folder, "config.json"));
		const file = await config;
		const helpers = readObject(file.credHelpers);
		const helper =
			readString(helpers?.[serverName(host)]) ?? readString(helpers?.[host]) ?? readString(file.credsStore);
		const stored = fromAuths(readObject(file.auths), host);
		if (helper === undefined) return stored;
		return (await askHelper(options, helper, host)) ?? stored;
	};
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
	try {
		const config = readObject(JSON.parse(text));
		if (config) return config;
	} catch {
		// The parser's message would quote the file.
	}
	const message = "Docker's config is not a JSON object";
	throw new UserError({ code: "registry/docker-config", message, fix, at: { file } });
}

/** The key of Docker Hub in config.json. */
const hubKey = "https://index.docker.io/v1/";

function serverName(host: string): string {
	return host === "docker.io" ? hubKey : host;
}

function fromAuths(auths: Readonly<Record<string, unknown>> | undefined, host: string): Credential | undefined {
	const bare = (key: string) => key.replace(/^https?:\/\//, "").split("/")[0];
	const hub = ["index.docker.io", "docker.io", "registry-1.docker.io"];
	const key =
		Object.keys(auths ?? {}).find((one) => one === serverName(host)) ??
		Object.keys(auths ?? {}).find((one) => (host === "docker.io" ? hub.includes(bare(one) ?? "") : bare(one) === host));
	const entry = key === undefined ? undefined : readObject(auths?.[key]);
	const token = readString(entry?.identitytoken);
	if (token !== undefined) return { kind: "identity", token };
	const pair = Buffer.from(readString(entry?.auth) ?? "", "base64").toString();
	const colon = pair.indexOf(":");
	const username = colon > 0 ? pair.slice(0, colon) : readString(entry?.username);
	const password = colon > 0 ? pair.slice(colon + 1).replace(/\0+$/, "") : readString(entry?.password);
	return username && password ? { kind: "password", username, password } : undefined;
}

/** The protocol of docker-credential-helpers: server name on stdin, `{Username, Secret}` on stdout. */
async function askHelper(
	{
		exec,
		signal,
		helperMs = 60_000,
	}: { readonly exec: Exec; readonly signal?: AbortSignal; readonly helperMs?: number },
	name: string,
	host: string,
): Promise<Credential | undefined> {
	const program = `docker-credential-${name}`;
	const broken = (why: string, cause?: unknown) =>
		new UserError(
			{
				code: "registry/credential-helper",
				message: `Docker's credential helper failed for ${host}`,
				why,
				fix: `install ${program}, or remove it from Docker's config.json`,
			},
			{ cause },
		);
	if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) throw broken(`invalid helper name ${JSON.stringify(name)}`);
	const late = AbortSignal.timeout(helperMs);
	const until = signal === undefined ? late : AbortSignal.any([signal, late]);
	const asked = { input: serverName(host), signal: until, graceMs: 1000 };
	const { exitCode, stdout } = await exec([program, "get"], asked).catch((cause: unknown) => {
		throw broken(`cannot run ${program}`, cause);
	});
	signal?.throwIfAborted();
	if (late.aborted) throw broken(`${program} did not respond within ${helperMs / 1000} s`);
	if (exitCode !== 0) {
		if (/credentials not found|not found in native keychain/i.test(stdout)) return undefined;
		throw broken(`${program} exited with ${exitCode}`);
	}
	let answer: Readonly<Record<string, unknown>> | undefined;
	try {
		answer = readObject(JSON.parse(stdout));
	} catch {
		throw broken(`${program} did not print JSON`);
	}
	const username = readString(answer?.Username);
	const secret = readString(answer?.Secret);
	if (username === undefined || secret === undefined) return undefined;
	return username === "<token>"
		? { kind: "identity", token: secret }
		: { kind: "password", username, password: secret };
}

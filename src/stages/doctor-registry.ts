import type { DoctorCheck } from "../documents/doctor.ts";
import type { Catalog } from "../documents/service.ts";
import type { Problem } from "../errors.ts";
import { dockerCredentials, openRegistry, parseReference, RegistryError } from "../registry/registry.ts";
import type { World } from "./world.ts";

/** Nobody waits longer than this for an answer to a question by hand. */
const patienceMs = 10_000;

/** For each registry that images go to: whether it answers, and whether there is a login that it takes. */
export async function registryChecks({ services }: Catalog, world: World): Promise<readonly DoctorCheck[]> {
	const byHost = new Map<string, string>();
	for (const name of services.flatMap(({ image, copies = [] }) => [image, ...copies])) {
		const { host } = parseReference(name);
		if (!byHost.has(host)) byHost.set(host, name);
	}
	const checks = await Promise.all([...byHost].map(([host, image]) => checkRegistry(host, image, world)));
	return checks.flat();
}

async function checkRegistry(
	host: string,
	image: string,
	{ exec, env, signal }: World,
): Promise<readonly DoctorCheck[]> {
	const auth = dockerCredentials({ exec, env, signal });
	const retry = { tries: 1, baseMs: 1000, capMs: 1000, retryAfterCapMs: 1000 };
	const registry = openRegistry({ auth, env, signal, deadlineMs: patienceMs, idleMs: patienceMs, retry });
	const [credential, answer] = await Promise.all([
		auth(host).catch((error: unknown) => error as Error),
		registry.head(`${image}:lucid-doctor`).catch((error: unknown) => error as Error),
	]);
	signal.throwIfAborted();
	const id = `registry:${host}`;
	const login = loginCheck(host, credential);
	if (!(answer instanceof Error)) return [{ id, state: "good", found: `${host} answers` }, login];
	const [problem] = answer instanceof RegistryError ? answer.problems : [];
	if (problem?.code === "registry/denied") {
		const reached: DoctorCheck = { id, state: "good", found: `${host} answers` };
		// Without a login that is what a registry says of a private repository, and of one that is not there.
		if (credential === undefined) return [reached, login];
		return [reached, { ...told(login.id, problem), found: `${host} does not take the login that is there` }];
	}
	if (problem !== undefined) return [told(id, problem), login];
	return [
		{ id, state: "failed", found: answer.message, fix: "see that the name is right and that this machine gets there" },
		login,
	];
}

function loginCheck(host: string, credential: unknown): DoctorCheck {
	const id = `login:${host}`;
	if (credential instanceof Error)
		return {
			id,
			state: "failed",
			found: `the login of ${host} cannot be read`,
			why: credential.message,
			fix: `docker logout ${host}; docker login ${host}`,
		};
	if (credential !== undefined) return { id, state: "good", found: `a login for ${host}` };
	if (/^(?:localhost|127\.|\[::1\])/.test(host))
		return { id, state: "good", found: `${host} is this machine: no login is needed` };
	return {
		id,
		state: "warning",
		found: `no login for ${host}`,
		why: "without one most registries let nobody push",
		fix: `docker login ${host}`,
	};
}

function told(id: string, { message, why, fix }: Problem): DoctorCheck {
	return { id, state: "failed", found: message, ...(why !== undefined && { why }), ...(fix !== undefined && { fix }) };
}

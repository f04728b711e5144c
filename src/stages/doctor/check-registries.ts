import {
	dockerCredentials,
	openRegistry,
	type Registry,
	RegistryError,
	readTokenHosts,
} from "../../adapters/registry/registry.ts";
import type { DoctorCheck } from "../../model/documents/documents.ts";
import { parseReference } from "../../model/oci/reference.ts";
import type { Catalog } from "../../model/service/service.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import type { Problem } from "../../util/errors.ts";
import type { StageContext } from "../shared/context.ts";

/** Time for a registry to respond. Milliseconds. */
const timeoutMs = 10_000;

/** Checks for each registry of the images: it responds, accepts the login, and allows a push of each image. */
export async function checkRegistries(
	{ services }: Catalog,
	{ registryTokenHosts }: Pick<StageOptions, "registryTokenHosts">,
	context: StageContext,
): Promise<readonly DoctorCheck[]> {
	const tokenHosts = readTokenHosts(registryTokenHosts);
	const names = new Set(services.flatMap(({ image, copies = [] }) => [image, ...copies]));
	const byHost = Map.groupBy(names, (name) => parseReference(name).host);
	const checks = await Promise.all(
		[...byHost].map(([host, images]) => checkRegistry(host, images, { ...context, tokenHosts })),
	);
	return checks.flat();
}

async function checkRegistry(
	host: string,
	images: readonly string[],
	{ exec, env, signal, progress, tokenHosts }: StageContext & { readonly tokenHosts: ReadonlySet<string> },
): Promise<readonly DoctorCheck[]> {
	const auth = dockerCredentials({ exec, env, signal });
	const retry = { tries: 1, firstMs: 1000, maxMs: 1000, maxRetryAfterMs: 1000 };
	const times = { deadlineMs: timeoutMs, idleMs: timeoutMs, retry };
	const registry = openRegistry({ auth, tokenHosts, env, signal, progress, ...times });
	const [credential, answer] = await Promise.all([
		auth(host).catch((error: unknown) => error as Error),
		registry.head(`${images[0]}:lucid-doctor`).catch((error: unknown) => error as Error),
	]);
	signal.throwIfAborted();
	const id = `registry:${host}`;
	const login = loginCheck(host, credential);
	const responds: DoctorCheck = { id, state: "good", found: `${host} responds` };
	if (!(answer instanceof Error)) return [responds, login, ...(await rightsChecks(host, images, registry, signal))];
	const [problem] = answer instanceof RegistryError ? answer.problems : [];
	if (problem?.code === "registry/denied") {
		// Without a login, a registry denies both private and missing repositories.
		if (credential === undefined) return [responds, login];
		// Other repositories may be accessible.
		if (answer instanceof RegistryError && answer.status === 403)
			return [responds, login, ...(await rightsChecks(host, images, registry, signal))];
		return [responds, { ...toFailure(login.id, problem), found: `${host} rejects the stored login` }];
	}
	if (problem !== undefined) return [toFailure(id, problem), login];
	return [
		{ id, state: "failed", found: answer.message, fix: "check the name, and that this machine can reach it" },
		login,
	];
}

/** One row per reason why images cannot be pushed, or one row if all can. */
async function rightsChecks(
	host: string,
	images: readonly string[],
	registry: Registry,
	signal: AbortSignal,
): Promise<readonly DoctorCheck[]> {
	const refused = await Promise.all(
		images.map(async (image) => {
			const error = await registry.checkPush(image).catch((cause: unknown) => cause as Error);
			const [problem] = error instanceof RegistryError ? error.problems : [];
			const why = problem?.why ?? error?.message;
			return error === undefined ? [] : [{ repository: parseReference(image).repository, why, fix: problem?.fix }];
		}),
	);
	signal.throwIfAborted();
	const id = `rights:${host}`;
	const causes = Map.groupBy(refused.flat(), ({ why, fix }) => JSON.stringify([why, fix]));
	if (causes.size === 0) {
		const count = images.length === 1 ? "the one repository" : `all ${images.length} repositories`;
		return [{ id, state: "good", found: `${count} of ${host} can be pushed to` }];
	}
	return [...causes.values()].map((group): DoctorCheck => {
		const [{ why, fix } = {}] = group;
		const names = group.map(({ repository }) => repository);
		const rest = names.length > maxNames ? ` and ${names.length - maxNames} more` : "";
		const found = `cannot push to ${names.slice(0, maxNames).join(", ")}${rest}`;
		return { id, state: "failed", found, ...defined({ why, fix }) };
	});
}

const maxNames = 10;

function loginCheck(host: string, credential: unknown): DoctorCheck {
	const id = `login:${host}`;
	if (credential instanceof Error)
		return {
			id,
			state: "failed",
			found: `cannot read the login for ${host}`,
			why: credential.message,
			fix: `docker logout ${host}; docker login ${host}`,
		};
	if (credential !== undefined) return { id, state: "good", found: `login for ${host}` };
	if (/^(?:localhost|127\.|\[::1\])/.test(host))
		return { id, state: "good", found: `${host} is this machine and needs no login` };
	return {
		id,
		state: "warning",
		found: `no login for ${host}`,
		why: "most registries require a login to push",
		fix: `docker login ${host}`,
	};
}

function toFailure(id: string, { message, why, fix }: Problem): DoctorCheck {
	return { id, state: "failed", found: message, ...defined({ why, fix }) };
}

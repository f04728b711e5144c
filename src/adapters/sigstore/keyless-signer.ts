import { bundleToJSON } from "@sigstore/bundle";
import { DSSEBundleBuilder, FulcioSigner, InternalError, RekorWitness, TSAWitness, type Witness } from "@sigstore/sign";
import type { Env } from "../../util/env.ts";
import { UserError } from "../../util/errors.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import { withProxies } from "../http/with-proxies.ts";
import { requestIdentityToken } from "./identity-token.ts";
import type { StatementSigner } from "./statement-signer.ts";

type Log = "public" | "github";

interface KeylessContext {
	readonly env: Env;
	readonly signal?: AbortSignal;
	readonly retryMs?: number;
}

/** In-toto's type of a DSSE payload. */
const payloadType = "application/vnd.in-toto+json";

/** Signs with a key that exists for one signature, and a certificate for the job's identity. */
export async function openKeylessSigner(
	wanted: Log | "by visibility",
	{ env, signal, retryMs = 1000 }: KeylessContext,
): Promise<StatementSigner> {
	const { claims } = await requestIdentityToken(env, signal);
	const isPublic = wanted === "public" || (wanted === "by visibility" && claims.repository_visibility === "public");
	const log = isPublic ? "public" : "github";
	const services = servicesOf(log, env);
	const calls = { timeout: 20_000, retry: { retries: 4, minTimeout: retryMs, maxTimeout: 15_000 } };
	const sign = async (statement: Uint8Array) => {
		const signer = new FulcioSigner({
			fulcioBaseURL: services.fulcio,
			// Tokens are valid for minutes only, so each signature uses a new one.
			identityProvider: { getToken: async () => (await requestIdentityToken(env, signal)).token },
			...calls,
		});
		const witnesses: Witness[] = [];
		if (services.rekor !== undefined) witnesses.push(new RekorWitness({ rekorBaseURL: services.rekor, ...calls }));
		if (services.tsa !== undefined) witnesses.push(new TSAWitness({ tsaBaseURL: services.tsa, ...calls }));
		const builder = new DSSEBundleBuilder({ signer, witnesses });
		try {
			const bundle = await withProxies(env, () => builder.create({ data: Buffer.from(statement), type: payloadType }));
			return new TextEncoder().encode(JSON.stringify(bundleToJSON(bundle)));
		} catch (error) {
			signal?.throwIfAborted();
			throw explain(error, log, services);
		}
	};
	return { sign, claims };
}

interface Services {
	readonly fulcio: string;
	readonly rekor?: string;
	readonly tsa?: string;
}

/** GitHub's own instance has a timestamp authority instead of a log; each host with data residency has its own. */
function servicesOf(log: Log, env: Env): Services {
	const own = (name: string) => env[name]?.replace(/\/+$/, "") || undefined;
	const host = URL.parse(env.GITHUB_SERVER_URL ?? "")?.host ?? "";
	const domain = host.endsWith(".ghe.com") ? host : "githubapp.com";
	const tsa = own("SIGSTORE_TSA_URL");
	if (log === "github")
		return {
			fulcio: own("SIGSTORE_FULCIO_URL") ?? `https://fulcio.${domain}`,
			tsa: tsa ?? `https://timestamp.${domain}`,
		};
	return {
		fulcio: own("SIGSTORE_FULCIO_URL") ?? "https://fulcio.sigstore.dev",
		rekor: own("SIGSTORE_REKOR_URL") ?? "https://rekor.sigstore.dev",
		...(tsa !== undefined && { tsa }),
	};
}

const publicLog =
	"or set `sign-log: public`: the public instance signs for any repository, and its log shows the names of repository, workflow and ref to anyone, permanently";

function explain(error: unknown, log: Log, { fulcio, rekor, tsa }: Services): unknown {
	if (!(error instanceof InternalError)) return error;
	const { cause } = error;
	if (cause instanceof UserError) return cause;
	const problem = (code: string, message: string, fix: string) =>
		new UserError({ code, message, why: sanitizeLine(reason(cause)), fix }, { cause: error });
	if (error.code === "CA_CREATE_SIGNING_CERTIFICATE_ERROR")
		return log === "github"
			? problem(
					"sign/certificate",
					`${fulcio} issues no certificate`,
					`check that GitHub's plan has artifact attestations for private repositories, ${publicLog}`,
				)
			: problem(
					"sign/certificate",
					`${fulcio} issues no certificate`,
					"run the job again; see https://status.sigstore.dev",
				);
	if (error.code === "TSA_CREATE_TIMESTAMP_ERROR")
		return problem("sign/timestamp", `${tsa} issues no timestamp`, "run the job again");
	if (error.code.startsWith("TLOG_"))
		return problem("sign/log", `${rekor} records no signature`, "run the job again; see https://status.sigstore.dev");
	return error;
}

function reason(cause: unknown): string {
	return cause instanceof Error ? cause.message : String(cause);
}

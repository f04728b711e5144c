import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Env } from "../../util/env.ts";
import { UserError } from "../../util/errors.ts";
import { type CosignContext, openCosign, readPublicKey } from "../cosign/run-cosign.ts";
import type { StatementSigner, StatementSigning } from "./statement-signer.ts";

type KeySigning = Extract<StatementSigning, { readonly kind: "key" }>;

/** Signs by the program cosign, which reads keys of files, variables and key management services. */
export async function openKeySigner(
	{ key, transparencyLog }: KeySigning,
	context: CosignContext,
): Promise<StatementSigner> {
	const cosign = openCosign(context);
	requireVersion((await cosign("version")).output);
	const publicKey = await readPublicKey(cosign, key);
	const sign = async (statement: Uint8Array) => {
		const folder = await mkdtemp(path.join(tmpdir(), "lucid-sign-"));
		try {
			const file = (name: string) => path.join(folder, name);
			await writeFile(file("statement.json"), statement);
			await writeFile(file("services.json"), JSON.stringify(signingConfig(transparencyLog, context.env)));
			const flags = [`--signing-config=${file("services.json")}`, `--bundle=${file("bundle.json")}`];
			if (!transparencyLog) {
				// Without a file cosign reads a trusted root from the network, which signing alone does not need.
				await writeFile(file("root.json"), JSON.stringify({ mediaType: trustedRootType }));
				flags.push(`--trusted-root=${file("root.json")}`);
			}
			const statementFlag = `--statement=${file("statement.json")}`;
			const { ok, output } = await cosign("attest-blob", "--yes", `--key=${key}`, statementFlag, ...flags);
			if (ok) return await readFile(file("bundle.json"));
			throw new UserError({
				code: "sign/failed",
				message: "cannot sign the statement of this run",
				why: output,
				fix: "check the key and COSIGN_PASSWORD",
			});
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	};
	return { sign, publicKey };
}

const trustedRootType = "application/vnd.dev.sigstore.trustedroot+json;version=0.1";

/**
 * Which services record the signature. cosign 2 and 3 have different defaults, but read the same file:
 * https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto
 */
function signingConfig(transparencyLog: boolean, { SIGSTORE_REKOR_URL, SIGSTORE_TSA_URL }: Env): object {
	const service = (url: string) => [
		{ url, majorApiVersion: 1, operator: "sigstore", validFor: { start: "2021-01-12T11:53:27Z" } },
	];
	const any = { selector: "ANY" };
	const mediaType = "application/vnd.dev.sigstore.signingconfig.v0.2+json";
	if (!transparencyLog) return { mediaType };
	const rekor = { rekorTlogUrls: service(SIGSTORE_REKOR_URL || "https://rekor.sigstore.dev"), rekorTlogConfig: any };
	const tsa = SIGSTORE_TSA_URL ? { tsaUrls: service(SIGSTORE_TSA_URL), tsaConfig: any } : {};
	return { mediaType, ...rekor, ...tsa };
}

/** Builds of distributions have no version, so only those that are known to be too old are refused. */
function requireVersion(output: string): void {
	const [text, major = "", minor = ""] = /\bv(\d+)\.(\d+)\.\d+/.exec(output) ?? [];
	if (text === undefined || Number(major) > 2 || (major === "2" && Number(minor) >= 6)) return;
	throw new UserError({
		code: "sign/no-cosign",
		message: `cosign ${text} is too old`,
		why: "it does not write Sigstore bundles v0.3 as others do",
		fix: "install cosign 2.6 or newer",
	});
}

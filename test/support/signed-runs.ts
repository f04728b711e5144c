import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import type { BundleVerifier } from "../../src/adapters/sigstore/verify-bundle.ts";
import type { Source } from "../../src/model/documents/source.ts";
import { buildRecipe } from "../../src/model/service/recipe.ts";
import {
	type RunContent,
	type RunStatement,
	type SignedImage,
	type SignedVerdict,
	writeRunStatement,
} from "../../src/model/signing/run-statement.ts";
import type { Signer } from "../../src/model/signing/signer.ts";

export type WorkflowSigner = Extract<Signer, { readonly kind: "workflow" }>;

/** Our workflow at a release, for a push to main of acme/shop. */
export const ourWorkflow: WorkflowSigner = {
	kind: "workflow",
	issuer: "https://token.actions.githubusercontent.com",
	workflow: "https://github.com/lucid/build-action/.github/workflows/build-signed.yml@refs/tags/v1",
	workflowCommit: "5".repeat(40),
	repository: "https://github.com/acme/shop",
	repositoryId: "7",
	ref: "refs/heads/main",
	commit: "1".repeat(40),
	event: "push",
	runner: "github-hosted",
	run: "https://github.com/acme/shop/actions/runs/41/attempts/1",
};

/** The repository that it is about. */
export const ourSource: Source = {
	...{ revision: "2".repeat(40), committedAt: "2026-12-01T00:00:00Z", dirty: false, defaultBranch: "main" },
	event: { kind: "push", branch: "main" },
	...{ url: "https://github.com/acme/shop", repositoryId: "github.com/7" },
};

/** An image as a run lists it. */
export function aSignedImage(own: Partial<SignedImage> & Pick<SignedImage, "service" | "digest">): SignedImage {
	return {
		...{ platform: "linux/arm64", fingerprint: "f".repeat(64), recipe: buildRecipe, components: {}, outcome: "built" },
		builder: { runner: "github-hosted" },
		...own,
	};
}

export interface ARun extends Partial<RunContent> {
	/** Digests; those of the images and verdicts if it is not given. */
	readonly subjects?: readonly string[];
	readonly source?: Partial<RunStatement["source"]>;
}

/** The statement of a run, as bytes. */
export function statementOf({ images = [], verdicts = [], indexes = [], subjects, source }: ARun): Uint8Array {
	const listed = [...images, ...verdicts].map(({ digest }) => digest);
	const { url, repositoryId, revision } = ourSource;
	return writeRunStatement(
		{
			source: {
				...{ url, repositoryId, revision, ref: "refs/heads/main", event: "push" },
				...source,
			} as RunStatement["source"],
			subjects: [...new Set(subjects ?? listed)].map((digest) => ({ name: "image", digest })),
			content: { images, verdicts: verdicts as readonly SignedVerdict[], indexes },
		},
		{ builder: ourWorkflow.workflow },
	);
}

export interface Authority {
	/** A bundle of these bytes in the name of a signer, whose claims are part of what is signed. */
	readonly sign: (statement: Uint8Array, signer?: Signer) => Uint8Array;
	/** Knows this authority alone; `verified` counts its calls. */
	readonly verifier: BundleVerifier & { readonly verified: () => number };
}

/** Stands for Sigstore: signs the envelope of a statement with a key pair, and verifies that signature. */
export function openAuthority(): Authority {
	const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	let calls = 0;
	return {
		sign: (statement, signer = ourWorkflow) => seal(privateKey, statement, signer),
		verifier: {
			verified: () => calls,
			verify: async (bundle) => {
				calls++;
				let read: Sealed;
				try {
					read = JSON.parse(new TextDecoder().decode(bundle)) as Sealed;
				} catch {
					return { kind: "invalid", why: "it is not JSON" };
				}
				const { dsseEnvelope, authority, signer } = read;
				if (authority !== pem(publicKey)) return { kind: "unknown", why: "the trusted root has no such authority" };
				const [{ sig }] = dsseEnvelope.signatures;
				const statement = Buffer.from(dsseEnvelope.payload, "base64");
				return verify("sha256", signedBytes(statement, signer), publicKey, Buffer.from(sig, "base64"))
					? { kind: "valid", signer, statement }
					: { kind: "invalid", why: "its signature does not fit its content" };
			},
		},
	};
}

interface Sealed {
	readonly authority: string;
	readonly signer: Signer;
	readonly dsseEnvelope: {
		readonly payloadType: string;
		readonly payload: string;
		readonly signatures: readonly [{ readonly sig: string }];
	};
}

const payloadType = "application/vnd.in-toto+json";
const pem = (key: KeyObject) => String(key.export({ type: "spki", format: "pem" }));

/** The pre-authentication encoding of DSSE, and the claims. */
function signedBytes(statement: Uint8Array, signer: Signer): Uint8Array {
	const head = `DSSEv1 ${payloadType.length} ${payloadType} ${statement.length} `;
	return Buffer.concat([Buffer.from(head), statement, Buffer.from(JSON.stringify(signer))]);
}

function seal(key: KeyObject, statement: Uint8Array, signer: Signer): Uint8Array {
	const sealed: Sealed = {
		authority: pem(createPublicKey(createPrivateKey(key.export({ type: "pkcs8", format: "pem" })))),
		signer,
		dsseEnvelope: {
			...{ payloadType, payload: Buffer.from(statement).toString("base64") },
			signatures: [{ sig: sign("sha256", signedBytes(statement, signer), key).toString("base64") }],
		},
	};
	return Buffer.from(JSON.stringify(sealed));
}

/** The same bundle with another statement: its signature is that of the first. */
export function withStatement(bundle: Uint8Array, statement: Uint8Array): Uint8Array {
	const sealed = JSON.parse(new TextDecoder().decode(bundle)) as Sealed;
	const dsseEnvelope = { ...sealed.dsseEnvelope, payload: Buffer.from(statement).toString("base64") };
	return Buffer.from(JSON.stringify({ ...sealed, dsseEnvelope }));
}

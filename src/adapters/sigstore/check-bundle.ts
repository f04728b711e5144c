import { createPublicKey, type KeyObject } from "node:crypto";
import { BUNDLE_V03_MEDIA_TYPE, type Bundle, bundleFromJSON } from "@sigstore/bundle";
import { type SignedEntity, toSignedEntity } from "@sigstore/verify";
import { z } from "zod";
import type { BundleVerdict } from "../../model/signing/signer.ts";
import { UserError } from "../../util/errors.ts";
import { fits, parseJson } from "../../util/json.ts";
import {
	type CertificateEntity,
	checkCertificate,
	hasReadableTimes,
	matchesOwnCertificate,
} from "./check-certificate.ts";
import type { TrustedRoots } from "./trusted-root.ts";

const maxBytes = 4 << 20;
/** In-toto's type of a DSSE payload. */
const payloadType = "application/vnd.in-toto+json";

/** Limits of what is attacker-controlled: the library compares all entries with each other. */
const number = z.string().max(20);
const bundleSchema = z.object({
	mediaType: z.literal(BUNDLE_V03_MEDIA_TYPE),
	dsseEnvelope: z.object({
		payloadType: z.literal(payloadType),
		payload: z.string(),
		signatures: z.array(z.object({ sig: z.string().max(4096) })).length(1),
	}),
	verificationMaterial: z.object({
		certificate: z.object({ rawBytes: z.string().max(1 << 16) }).optional(),
		publicKey: z.object({}).optional(),
		tlogEntries: z
			.array(
				z.object({
					logIndex: number.optional(),
					integratedTime: number.optional(),
					inclusionProof: z
						.object({
							logIndex: number.optional(),
							treeSize: number.optional(),
							hashes: z.array(z.string()).max(64).optional(),
							checkpoint: z.object({ envelope: z.string().max(1 << 16) }).optional(),
						})
						.optional(),
				}),
			)
			.max(8)
			.optional(),
		timestampVerificationData: z
			.object({
				rfc3161Timestamps: z
					.array(z.object({ signedTimestamp: z.string().max(1 << 16) }))
					.max(8)
					.optional(),
			})
			.optional(),
	}),
});

/**
 * Checks one bundle: a DSSE envelope with an in-toto statement and one signature, of a certificate or of one of `keys`,
 * which are PEM text.
 */
export async function checkBundle(
	bytes: Uint8Array,
	keys: readonly string[],
	roots: TrustedRoots,
): Promise<BundleVerdict> {
	if (bytes.length > maxBytes) return invalid("it is larger than 4 MiB");
	const read = readBundle(bytes);
	if ("why" in read) return invalid(read.why);
	const { entity, statement } = read;
	if (entity.key.$case === "public-key") return checkKey(entity, statement, keys);
	const certified = { ...entity, key: entity.key };
	// Needs no trusted root, so that what is damaged is never taken for something unknown.
	if (!matchesOwnCertificate(certified)) return invalid("its signature does not match its content");
	if (!hasReadableTimes(certified)) return invalid("a time of signing in it cannot be read");
	return checkWithRoots(certified, statement, roots);
}

async function checkWithRoots(
	entity: CertificateEntity,
	statement: Uint8Array,
	roots: TrustedRoots,
): Promise<BundleVerdict> {
	const first = checkCertificate(entity, statement, await roots.known());
	if (first.kind !== "unknown") return first;
	const refreshed = await roots.refresh();
	if (refreshed === undefined) return first;
	const second = checkCertificate(entity, statement, refreshed.materials);
	// The newest roots lack it, so refreshing again cannot help.
	return second.kind === "unknown" && refreshed.complete ? invalid(second.why) : second;
}

/** The owner of the key has signed: a log or a time of signing would add nothing. */
function checkKey(entity: SignedEntity, statement: Uint8Array, keys: readonly string[]): BundleVerdict {
	const key = keys.find((pem) => entity.signature.verifySignature(publicKey(pem)));
	return key === undefined
		? invalid("it was signed by another key, or its content was changed")
		: { kind: "valid", signer: { kind: "key", key }, statement };
}

function publicKey(pem: string): KeyObject {
	try {
		return createPublicKey(pem);
	} catch (cause) {
		throw new UserError(
			{
				code: "sign/public-key",
				message: "cannot read a public key whose signatures count",
				why: cause instanceof Error ? cause.message : String(cause),
				fix: "write the PEM text that `cosign public-key` shows",
			},
			{ cause },
		);
	}
}

type ReadBundle = { readonly entity: SignedEntity; readonly statement: Uint8Array } | { readonly why: string };

function readBundle(bytes: Uint8Array): ReadBundle {
	const json = parseJson(bytes);
	let why = "";
	if (!fits(bundleSchema, json, (mismatch) => (why = mismatch)))
		return { why: `it is not a bundle of Sigstore: ${why}` };
	try {
		const bundle: Bundle = bundleFromJSON(json);
		if (bundle.content.$case !== "dsseEnvelope") return { why: "it has no DSSE envelope" };
		return { entity: toSignedEntity(bundle), statement: bundle.content.dsseEnvelope.payload };
	} catch (error) {
		return { why: `it is damaged: ${error instanceof Error ? error.message : String(error)}` };
	}
}

function invalid(why: string): BundleVerdict {
	return { kind: "invalid", why };
}

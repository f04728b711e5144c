import { createPublicKey, X509Certificate } from "node:crypto";
import { type SignedEntity, type TrustMaterial, VerificationError, Verifier } from "@sigstore/verify";
import type { BundleVerdict, Signer } from "../../model/signing/signer.ts";
import { defined } from "../../util/defined.ts";
import { sanitizeLine } from "../../util/sanitize.ts";

type CertificateKey = Extract<SignedEntity["key"], { readonly $case: "certificate" }>;
type Certificate = CertificateKey["certificate"];

/** A bundle whose signature was made with the key of a certificate. */
export type CertificateEntity = SignedEntity & { readonly key: CertificateKey };

/** Extensions of Fulcio: https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md. All are DER UTF8Strings. */
const extensions = {
	issuer: 8,
	workflow: 9,
	workflowCommit: 10,
	runner: 11,
	repository: 12,
	commit: 13,
	ref: 14,
	repositoryId: 15,
	event: 20,
	run: 21,
} as const;

/** Whether the key of the bundle's own certificate made its signature without a look at its issuer. */
export function matchesOwnCertificate({ key, signature }: CertificateEntity): boolean {
	try {
		return signature.verifySignature(createPublicKey({ key: key.certificate.publicKey, format: "der", type: "spki" }));
	} catch {
		return false;
	}
}

/** Whether the library can parse the times that the bundle states: it throws at others. */
export function hasReadableTimes({ timestamps }: CertificateEntity): boolean {
	try {
		return timestamps.map(timeOf).every((time) => !Number.isNaN(time.getTime()));
	} catch {
		return false;
	}
}

/**
 * Checks the certificate, its time and its log entries against trusted roots, each of another Sigstore instance. It is
 * `unknown` if no root has all the authorities and logs that the bundle names.
 */
export function checkCertificate(
	entity: CertificateEntity,
	statement: Uint8Array,
	roots: readonly TrustMaterial[],
): BundleVerdict {
	let unknown: { readonly why: string; readonly missing: number } | undefined;
	let invalid: BundleVerdict | undefined;
	for (const root of roots) {
		const why = whyWrong(entity, root);
		if (why === undefined) return { kind: "valid", signer: readSigner(entity.key.certificate), statement };
		const missing = missingFrom(root, entity);
		if (missing.length === 0) invalid ??= { kind: "invalid", why };
		// The root that has most of it is that of the bundle's instance.
		else if (unknown === undefined || missing.length < unknown.missing)
			unknown = { why: `the trusted root lacks ${missing.join(" and ")}`, missing: missing.length };
	}
	return invalid ?? { kind: "unknown", why: unknown?.why ?? "there is no trusted root" };
}

/**
 * What the root's instance offers is required: GitHub's own has no log and certificates without SCTs, only a timestamp.
 * `gh attestation verify` has the same rules.
 */
function whyWrong(entity: CertificateEntity, root: TrustMaterial): string | undefined {
	try {
		const verifier = new Verifier(root, {
			ctlogThreshold: Math.min(root.ctlogs.length, 1),
			tlogThreshold: Math.min(root.tlogs.length, 1),
			timestampThreshold: 1,
		});
		verifier.verify(entity);
		return undefined;
	} catch (error) {
		return explain(error);
	}
}

/** A clause. */
function explain(error: unknown): string {
	const { message, cause } = error instanceof Error ? error : new Error(String(error));
	const detail = sanitizeLine(cause instanceof Error ? cause.message : message);
	const code = error instanceof VerificationError ? error.code : "";
	if (code === "CERTIFICATE_ERROR") return `its certificate is wrong: ${detail}`;
	if (code === "TIMESTAMP_ERROR") return `its time of signing is not proven: ${detail}`;
	return code.startsWith("TLOG_")
		? `its entry of the transparency log is wrong: ${detail}`
		: `it is damaged: ${detail}`;
}

/** What a bundle names and a root lacks. Only for a bundle that does not verify, to distinguish forged from unknown. */
function missingFrom(root: TrustMaterial, entity: CertificateEntity): readonly string[] {
	const { certificate } = entity.key;
	const times = entity.timestamps.map(timeOf);
	const authorities = root.certificateAuthorities.filter(({ certChain }) =>
		certChain.some((one) => isIssuer(one, certificate)),
	);
	const missing: string[] = [];
	const lacks = (what: string) => missing.push(what);
	if (authorities.length === 0) lacks(`the authority of its certificate (${issuerName(certificate)})`);
	else if (times.some((time) => authorities.every(({ validFor }) => validFor.end < time)))
		lacks(`an authority of that name (${issuerName(certificate)}) at the time of signing`);
	for (const { logID, datetime } of certificate.extSCT?.signedCertificateTimestamps ?? [])
		if (!hasLog(root.ctlogs, logID, datetime)) lacks(`the certificate log ${shortHex(logID)}`);
	for (const { logId, integratedTime } of entity.tlogEntries)
		if (!hasLog(root.tlogs, logId.keyId, new Date(Number(integratedTime) * 1000)))
			lacks(`the transparency log ${shortHex(logId.keyId)}`);
	for (const stamp of entity.timestamps)
		if (stamp.$case === "timestamp-authority" && !hasStamper(root, stamp.timestamp)) lacks("its timestamp authority");
	return [...new Set(missing)];
}

type Timestamp = SignedEntity["timestamps"][number];
type SignedTimestamp = Extract<Timestamp, { readonly $case: "timestamp-authority" }>["timestamp"];

function timeOf(stamp: Timestamp): Date {
	return stamp.$case === "timestamp-authority"
		? stamp.timestamp.signingTime
		: new Date(Number(stamp.tlogEntry.integratedTime) * 1000);
}

function isIssuer(authority: Certificate, certificate: Certificate): boolean {
	const named = certificate.extAuthorityKeyID?.keyIdentifier;
	const own = authority.extSubjectKeyID?.keyIdentifier;
	return (
		authority.subject.equals(certificate.issuer) && (named === undefined || own === undefined || own.equals(named))
	);
}

/** A log that the root has, and whose key was not retired before that time. */
function hasLog(logs: TrustMaterial["tlogs"], id: Buffer, time: Date): boolean {
	return logs.some(({ logID, validFor }) => logID.equals(id) && !(validFor.end < time));
}

function hasStamper(root: TrustMaterial, stamp: SignedTimestamp): boolean {
	return root.timestampAuthorities.some(
		({ certChain: [leaf], validFor }) =>
			leaf?.serialNumber.equals(stamp.signerSerialNumber) &&
			leaf.issuer.equals(stamp.signerIssuer) &&
			!(validFor.end < stamp.signingTime),
	);
}

function shortHex(id: Buffer): string {
	return id.toString("hex").slice(0, 12);
}

function issuerName(certificate: Certificate): string {
	try {
		return sanitizeLine(new X509Certificate(certificate.root.toDER()).issuer.replaceAll("\n", ", ")).slice(0, 200);
	} catch {
		return "unknown";
	}
}

function readSigner(certificate: Certificate): Signer {
	const text = (id: number) => certificate.extension(`1.3.6.1.4.1.57264.1.${id}`)?.valueObj.subs[0]?.value.toString();
	const { issuer, workflow, ...others } = extensions;
	const optional = Object.fromEntries(Object.entries(others).map(([name, id]) => [name, text(id)]));
	return {
		kind: "workflow",
		issuer: text(issuer) ?? "",
		// Certificates of people have no workflow.
		workflow: text(workflow) ?? certificate.subjectAltName ?? "",
		...defined(optional),
	};
}

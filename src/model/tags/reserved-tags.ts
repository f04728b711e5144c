/** The part of this program that writes tags of a reserved form; `buildkit` writes its own. */
export type TagOwner = "content" | "kept" | "ledger" | "smoke" | "relabel" | "job-result" | "referrers" | "buildkit";

interface ReservedForm {
	readonly owner: TagOwner;
	readonly form: RegExp;
	/** As in messages and docs. */
	readonly text: string;
	readonly use: string;
}

/**
 * Every form of tag that this program writes for itself. No rule, flavor or option may give one: an image under such a
 * name would count as built, healthy or published. The first match counts.
 */
export const reservedForms: readonly ReservedForm[] = [
	{ owner: "ledger", form: /\.published/, text: "*.published*", use: "the ledger of a floating tag" },
	{ owner: "smoke", form: /\.smoke$/, text: "*.smoke", use: "the verdicts of smoke on an image" },
	{ owner: "relabel", form: /\.relabel$/, text: "*.relabel", use: "the image that a relabelled one was made from" },
	{ owner: "kept", form: /\.kept$/, text: "*.kept", use: "the reason why an image is kept" },
	{ owner: "job-result", form: /\.(?:build|tried)$/, text: "*.build, *.tried", use: "the result of a job" },
	{ owner: "content", form: /^content-/, text: "content-*", use: "a built image, named after its inputs" },
	{ owner: "buildkit", form: /^cache-/, text: "cache-*", use: "BuildKit's cache in a registry" },
	{ owner: "referrers", form: /^sha(?:256|384|512)-/, text: "sha256-*", use: "signatures and referrers of a digest" },
];

/** The reserved form that a tag has. */
export function reservedForm(tag: string): ReservedForm | undefined {
	return reservedForms.find(({ form }) => form.test(tag));
}

/** Why a rule may not give a tag: a clause. */
export const whyReserved = ({ text, use }: ReservedForm): string =>
	`tags of the form ${text} are reserved: there this program keeps ${use}`;

import type { BuiltImage } from "../../model/documents/build.ts";
import type { Plan, PlannedImage } from "../../model/documents/plan.ts";
import { stoppedOutcome } from "../../util/deadline.ts";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import type { Countdown, Progress, ProgressStep, StepProgress } from "../../util/progress.ts";
import { imageId } from "./bake/targets.ts";

type Result = Omit<BuiltImage, "service" | "platform" | "fingerprint" | "contentRef" | "checks"> &
	Partial<Pick<BuiltImage, "checks">>;

interface EndOptions {
	readonly signal: AbortSignal;
	/** Fields of the row, whether `finish` succeeds or fails. */
	readonly row?: Partial<Result>;
	readonly steps?: readonly ProgressStep[];
}

/** The result of each image of a plan. Each image ends once, and all have ended at the end. */
export class BuildRows {
	readonly #plan: Plan;
	readonly #progress: Progress;
	readonly #onEnd: (row: BuiltImage) => void;
	readonly #rows = new Map<string, BuiltImage>();

	constructor(plan: Plan, progress: Progress, onEnd: (row: BuiltImage) => void = () => {}) {
		this.#plan = plan;
		this.#progress = progress;
		this.#onEnd = onEnd;
	}

	end(image: PlannedImage, result: Result, steps: readonly ProgressStep[] = []): void {
		const id = imageId(image);
		if (this.#rows.has(id)) throw new Error(`${id} has ended already`);
		const { service, platform, fingerprint, contentRef } = image;
		const row = { service, platform, fingerprint, contentRef, checks: [], ...result };
		this.#rows.set(id, row);
		const isGood = result.outcome === "built" || result.outcome === "unchanged";
		this.#progress({
			stage: "build",
			subject: this.subject(image),
			state: isGood ? "done" : "failed",
			text: describeResult(result),
			...(steps.length > 0 && { steps }),
		});
		this.#onEnd(row);
	}

	/** Ends an image with the result of `finish`, unless undefined. An error fails the image; an abort cancels it. */
	async endWith(
		image: PlannedImage,
		finish: () => Promise<Result | undefined>,
		{ signal, row = {}, steps = [] }: EndOptions,
	): Promise<void> {
		let result: Result | undefined;
		try {
			const ended = await finish();
			result = ended && { ...row, ...ended };
		} catch (error) {
			const { message } = error as Error;
			const code = error instanceof UserError ? error.problems[0]?.code : undefined;
			result = signal.aborted
				? stoppedOutcome(signal)
				: { outcome: "failed", ...row, error: { message, ...defined({ code }) } };
		}
		if (result !== undefined) this.end(image, result, result.outcome === "cancelled" ? [] : steps);
	}

	report(image: PlannedImage, state: "started" | "update", text?: string, countdown?: Countdown): void {
		this.#progress({ stage: "build", subject: this.subject(image), state, ...defined({ text, countdown }) });
	}

	reportStep(image: PlannedImage, step: StepProgress): void {
		if (this.get(image) === undefined)
			this.#progress({ stage: "build", subject: this.subject(image), state: "update", step });
	}

	get(image: Pick<PlannedImage, "service" | "platform">): BuiltImage | undefined {
		return this.#rows.get(imageId(image));
	}

	/** In the order of the plan. Throws if an image has not ended, which is a bug. */
	all(): readonly BuiltImage[] {
		return this.#plan.images.map((image) => {
			const row = this.#rows.get(imageId(image));
			if (row === undefined) throw new Error(`${imageId(image)} never ended`);
			return row;
		});
	}

	/** The service; with its platform if the plan has several. */
	subject({ service, platform }: PlannedImage): string {
		const isMultiPlatform = this.#plan.images.filter((image) => image.service === service).length > 1;
		return isMultiPlatform ? `${service} ${platform}` : service;
	}
}

function describeResult({ outcome, digest, durationMs, error }: Result): string {
	const shortDigest = digest?.slice("sha256:".length, "sha256:".length + 12);
	const time = durationMs === undefined ? undefined : `${(durationMs / 1000).toFixed(1)}s`;
	const parts =
		outcome === "built"
			? [shortDigest, time]
			: outcome === "failed"
				? [error?.message]
				: [outcome, error?.message ?? shortDigest];
	return parts.filter((part) => part !== undefined).join(" ");
}

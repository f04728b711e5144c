import type { BuiltImage } from "../../model/documents/build.ts";
import type { Plan, PlannedImage } from "../../model/documents/plan.ts";
import { stoppedOutcome } from "../../util/deadline.ts";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import type { Countdown, Progress, ProgressStep, StepProgress } from "../../util/progress.ts";
import { imageId } from "./bake/targets.ts";

type Result = Omit<BuiltImage, "service" | "platform" | "fingerprint" | "contentRef" | "checks"> &
	Partial<Pick<BuiltImage, "checks">>;

interface Found {
	readonly signal: AbortSignal;
	readonly told?: Partial<Result>;
	readonly steps?: readonly ProgressStep[];
}

/** The result of each image of a plan. Each image ends once, and all have ended at the end. */
export class BuildRows {
	readonly #plan: Plan;
	readonly #progress: Progress;
	readonly #ended: (row: BuiltImage) => void;
	readonly #rows = new Map<string, BuiltImage>();

	constructor(plan: Plan, progress: Progress, ended: (row: BuiltImage) => void = () => {}) {
		this.#plan = plan;
		this.#progress = progress;
		this.#ended = ended;
	}

	end(image: PlannedImage, result: Result, steps: readonly ProgressStep[] = []): void {
		const id = imageId(image);
		if (this.#rows.has(id)) throw new Error(`${id} has ended already`);
		const { service, platform, fingerprint, contentRef } = image;
		const row = { service, platform, fingerprint, contentRef, checks: [], ...result };
		this.#rows.set(id, row);
		const good = result.outcome === "built" || result.outcome === "unchanged";
		this.#progress({
			stage: "build",
			subject: this.subject(image),
			state: good ? "done" : "failed",
			text: ended(result),
			...(steps.length > 0 && { steps }),
		});
		this.#ended(row);
	}

	/** Ends an image with the result of `find`, unless undefined. An error fails the image; an abort cancels it. */
	async endWith(
		image: PlannedImage,
		find: () => Promise<Result | undefined>,
		{ signal, told = {}, steps = [] }: Found,
	): Promise<void> {
		let result: Result | undefined;
		try {
			const found = await find();
			result = found && { ...told, ...found };
		} catch (error) {
			const { message } = error as Error;
			const code = error instanceof UserError ? error.problems[0]?.code : undefined;
			const why = { message, ...defined({ code }) };
			result = signal.aborted ? stoppedOutcome(signal) : { outcome: "failed", ...told, error: why };
		}
		if (result !== undefined) this.end(image, result, result.outcome === "cancelled" ? [] : steps);
	}

	report(image: PlannedImage, state: "started" | "update", text?: string, countdown?: Countdown): void {
		const news = { ...defined({ text, countdown }) };
		this.#progress({ stage: "build", subject: this.subject(image), state, ...news });
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
		const several = this.#plan.images.filter((one) => one.service === service).length > 1;
		return several ? `${service} ${platform}` : service;
	}
}

function ended({ outcome, digest, durationMs, error }: Result): string {
	const short = digest?.slice("sha256:".length, "sha256:".length + 12);
	const time = durationMs === undefined ? undefined : `${(durationMs / 1000).toFixed(1)}s`;
	const words =
		outcome === "built" ? [short, time] : outcome === "failed" ? [error?.message] : [outcome, error?.message ?? short];
	return words.filter((word) => word !== undefined).join(" ");
}

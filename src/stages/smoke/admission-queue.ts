/** Of what has no limit of its own. A Python under emulation takes about 60 MB. */
export const defaultMemory = 128 * 2 ** 20;

/** What all that runs at once may take. */
export interface Limits {
	/** Services tried at once. */
	readonly slots: number;
	/** Bytes of memory that all that is up may take together. */
	readonly memory: number;
}

/** One that was let in. Both calls may come more than once. */
export interface Admission {
	/** It is tried no more, but may stay up for others: its slot is free. */
	releaseSlot(): void;
	/** It is stopped: its memory is free. */
	release(): void;
}

export interface AdmissionQueue {
	/** Waits until there is a slot and room in memory. One that fits nowhere is let in when nothing else is being tried, so all get their turn. */
	acquire(memory: number): Promise<Admission>;
	/** Whether somebody waits. */
	hasWaiting(): boolean;
}

export function admissionQueue({ slots, memory: room }: Limits): AdmissionQueue {
	const waiting: { readonly memory: number; readonly enter: (turn: Admission) => void }[] = [];
	let trying = 0;
	let used = 0;
	const letIn = (memory: number): Admission => {
		trying += 1;
		used += memory;
		const tried = once(() => {
			trying -= 1;
			next();
		});
		const gone = once(() => {
			used -= memory;
			next();
		});
		return {
			releaseSlot: tried,
			release: () => {
				tried();
				gone();
			},
		};
	};
	const next = () => {
		for (;;) {
			const index = waiting.findIndex(({ memory }) => trying === 0 || (trying < slots && used + memory <= room));
			const [found] = index < 0 ? [] : waiting.splice(index, 1);
			if (found === undefined) return;
			found.enter(letIn(found.memory));
		}
	};
	return {
		acquire: (memory) =>
			new Promise((resolve) => {
				waiting.push({ memory, enter: resolve });
				next();
			}),
		hasWaiting: () => waiting.length > 0,
	};
}

function once(act: () => void): () => void {
	let done = false;
	return () => {
		if (done) return;
		done = true;
		act();
	};
}

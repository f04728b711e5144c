/** Bytes, for a service without a memory limit. A Python process under emulation takes about 60 MB. */
export const defaultMemory = 128 * 2 ** 20;

/** Limits for everything that runs at once. */
export interface Limits {
	/** Services that start at once. */
	readonly slots: number;
	/** Bytes of memory for all running services together. */
	readonly memory: number;
}

/** One admitted service. Both calls may be repeated. */
export interface Admission {
	/** The service has started or failed: frees its slot, keeps its memory. */
	releaseSlot(): void;
	/** The service is stopped: frees slot and memory. */
	release(): void;
}

export interface AdmissionQueue {
	/** Waits for a slot and memory. A service larger than the limit is admitted when nothing else is starting. */
	acquire(memory: number): Promise<Admission>;
	hasWaiting(): boolean;
}

export function admissionQueue({ slots, memory: limit }: Limits): AdmissionQueue {
	const waiting: { readonly memory: number; readonly resolve: (admission: Admission) => void }[] = [];
	let starting = 0;
	let used = 0;
	const admit = (memory: number): Admission => {
		starting += 1;
		used += memory;
		const releaseSlot = once(() => {
			starting -= 1;
			admitNext();
		});
		const releaseMemory = once(() => {
			used -= memory;
			admitNext();
		});
		return {
			releaseSlot,
			release: () => {
				releaseSlot();
				releaseMemory();
			},
		};
	};
	const admitNext = () => {
		for (;;) {
			const index = waiting.findIndex(({ memory }) => starting === 0 || (starting < slots && used + memory <= limit));
			const [next] = index < 0 ? [] : waiting.splice(index, 1);
			if (next === undefined) return;
			next.resolve(admit(next.memory));
		}
	};
	return {
		acquire: (memory) =>
			new Promise((resolve) => {
				waiting.push({ memory, resolve });
				admitNext();
			}),
		hasWaiting: () => waiting.length > 0,
	};
}

function once(action: () => void): () => void {
	let done = false;
	return () => {
		if (done) return;
		done = true;
		action();
	};
}

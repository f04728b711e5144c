/**
 * Shares the answers of a slow question: who asks while it is being asked waits for the next time, together with all others who do. So an answer is never older
 * than the question.
 */
export function shareAnswers<T>(ask: (about: string) => Promise<T>): (about: string) => Promise<T> {
	const running = new Map<string, Promise<T>>();
	const next = new Map<string, Promise<T>>();
	const start = (about: string): Promise<T> => {
		next.delete(about);
		const asked = ask(about).finally(() => running.delete(about));
		running.set(about, asked);
		return asked;
	};
	return (about) => {
		const now = running.get(about);
		if (now === undefined) return start(about);
		const waiting =
			next.get(about) ??
			now.then(
				() => start(about),
				() => start(about),
			);
		next.set(about, waiting);
		return waiting;
	};
}

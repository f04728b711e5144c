export function checkRule(_text: string): { message: string; why?: string; fix?: string } | undefined {
	return undefined;
}

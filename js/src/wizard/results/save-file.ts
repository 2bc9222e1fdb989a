/** Saves a text as a file on the person's own computer. Nothing is sent anywhere. */
export function saveFile(name: string, type: string, text: string): void {
	const address = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	// Not at once: some browsers begin the download after the click is over.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

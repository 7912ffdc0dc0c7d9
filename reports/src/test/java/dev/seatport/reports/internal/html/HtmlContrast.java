package dev.seatport.reports.internal.html;

/** Finds text with too little contrast to its background. */
final class HtmlContrast {
    /** Script that returns each text with a contrast below 4.5 to 1, and its contrast. */
    static final String SCRIPT = """
            const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const seen = new Map();
            function parsed(colour) {
              if (!seen.has(colour)) {
                canvas.clearRect(0, 0, 1, 1);
                canvas.fillStyle = colour;
                canvas.fillRect(0, 0, 1, 1);
                const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
                seen.set(colour, [r, g, b, a / 255]);
              }
              return seen.get(colour);
            }
            function behind(element) {
              const layers = [];
              for (let at = element; at; at = at.parentElement) {
                layers.push(parsed(getComputedStyle(at).backgroundColor));
              }
              return layers.reverse().reduce((under, [r, g, b, a]) =>
                [r, g, b].map((part, i) => part * a + under[i] * (1 - a)), [255, 255, 255]);
            }
            function light(colour) {
              const [r, g, b] = colour.map((part) => part / 255)
                .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            }
            document.querySelectorAll('details').forEach((each) => { each.open = true; });
            const pale = [];
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
              const element = texts.currentNode.parentElement;
              if (texts.currentNode.data.trim() !== '' && element.checkVisibility()) {
                const one = light(parsed(getComputedStyle(element).color).slice(0, 3));
                const other = light(behind(element));
                const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
                if (contrast < 4.5) {
                  pale.push(texts.currentNode.data.trim().slice(0, 40) + ': ' + contrast.toFixed(2));
                }
              }
            }
            return pale;
            """;

    private HtmlContrast() {}
}

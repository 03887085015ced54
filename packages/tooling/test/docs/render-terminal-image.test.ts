describe('renderTerminalImage', () => {
  it('places the label values that matter by their column and escapes the rest', async () => {
    const { renderTerminalImage } = await import('../../docs/render-terminal-image.mjs');

    const image = renderTerminalImage('a < b', 'x{outcome="failure",reason="unknown"} 2\n');

    expect(image.split('\n').filter((line) => line.startsWith('  <text'))).toEqual([
      '  <text y="30" xml:space="preserve"><tspan x="16.0" class="strong">$ a &lt; b</tspan></text>',
      '  <text y="50" xml:space="preserve"><tspan x="16.0">x{outcome="failure",reason="</tspan>' +
        '<tspan x="217.6" class="failure">unknown</tspan><tspan x="268.0">"} </tspan>' +
        '<tspan x="289.6" class="strong">2</tspan></text>',
    ]);
    expect(image).toContain('viewBox="0 0 313 72"');
  });
});

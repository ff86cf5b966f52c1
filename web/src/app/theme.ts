import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** The accent, from the lightest tint to the darkest shade; screens use the tokens of tokens.css. */
const accent: MantineColorsTuple = [
  '#eef0fc',
  '#dadef8',
  '#b3bbf2',
  '#96a2ff',
  '#6d7bea',
  '#5263de',
  '#3d4fd1',
  '#3342b4',
  '#2a3795',
  '#212b76',
];

const rem = (pixels: number): string => `${pixels / 16}rem`;
const fonts = '"Inter Variable", "Noto Sans SC Variable", "Noto Sans Arabic Variable", system-ui, sans-serif';

const tint = (color: string): string => `color-mix(in srgb, ${color} 12%, transparent)`;

/** Buttons take their colours from the tokens, so that they are AA in light and in dark. */
const variantColors: VariantColorsResolver = (input) => {
  const color = input.color === 'red' ? 'var(--red)' : input.color === 'gray' ? 'var(--ink-soft)' : 'var(--accent)';
  switch (input.variant) {
    case 'filled': {
      const ink = input.color === 'red' ? 'var(--ground)' : 'var(--accent-ink)';
      return { background: color, hover: `color-mix(in srgb, ${color} 88%, var(--ink))`, color: ink, border: 'none' };
    }
    case 'light':
      return { background: tint(color), hover: tint(color), color, border: 'none' };
    case 'subtle':
      return { background: 'transparent', hover: 'var(--ground-hover)', color, border: 'none' };
    default:
      return defaultVariantColorsResolver(input);
  }
};

/** Measures of the design: 4 px grid, radius 6, 14 px text, weights 400, 500 and 600 only. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  variantColorResolver: variantColors,
  defaultRadius: 6,
  fontFamily: fonts,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Noto Sans Mono", monospace',
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(15), xl: rem(18) },
  spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  breakpoints: { xs: '30em', sm: '48em', md: '64em', lg: '80em', xl: '100em' },
  headings: { fontFamily: fonts, fontWeight: '600' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    // The text says its own direction; a `dir` given to a field would reach its frame only.
    Input: { defaultProps: { attributes: { input: { dir: 'auto' } } } },
    // A list's mark stands at the end of the page's direction: its text must not turn the field round.
    Select: { defaultProps: { attributes: { input: {} } } },
    NumberInput: { defaultProps: { attributes: { input: {} } } },
    InputWrapper: { defaultProps: { withAsterisk: false } },
    Menu: {
      defaultProps: { shadow: 'md', transitionProps: { duration: 120 } },
      styles: { item: { minHeight: 'var(--touch)' } },
    },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Modal: {
      defaultProps: { transitionProps: { duration: 140 }, centered: true, overlayProps: { backgroundOpacity: 0.28 } },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 160 }, overlayProps: { backgroundOpacity: 0.28 } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 100 } } },
  },
});

/** The components' own variables follow the tokens, which know light and dark by themselves. */
const variables = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-default': 'var(--ground-raised)',
  '--mantine-color-default-hover': 'var(--ground-hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-faint)',
  '--mantine-color-error': 'var(--red)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--accent-ink)',
  '--mantine-line-height': 'var(--line-height)',
};
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: variables, dark: variables });

import { createTheme, type CSSObject, type Theme } from '@mui/material/styles';
import type {} from '@mui/material/themeCssVarsAugmentation';

/*
 * The whole look of the app: a calm engineering console.
 * One accent, neutral surfaces, hairline borders instead of shadows, 8 px grid, compact controls (32 px, small 26 px).
 * Every text colour here has at least 4.5:1 on every surface of its scheme, every control border 3:1.
 */

declare module '@mui/material/styles' {
  interface TypeBackground {
    /** A surface below the page: rail, table heads, code. */
    sunken: string;
  }
  interface TypeAction {
    /** Border of something that can be operated; hairlines use `divider`. */
    outline: string;
  }
  interface TypographyVariants {
    mono: CSSObject;
  }
  interface TypographyVariantsOptions {
    mono?: CSSObject;
  }
}
declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides {
    /** Names, ARNs, shapes, JSON. */
    mono: true;
  }
}

const SANS =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Ubuntu, Cantarell, "Noto Sans", "Liberation Sans", system-ui, sans-serif';
/** The font of names, ARNs, shapes and JSON. */
export const MONO =
  'ui-monospace, "SF Mono", "Cascadia Mono", "Ubuntu Mono", "Noto Sans Mono", "Liberation Mono", monospace';

const light = {
  primary: { main: '#4450c4', dark: '#3640a6', light: '#4450c4', contrastText: '#ffffff' },
  secondary: { main: '#57616b', dark: '#3f4851', light: '#57616b', contrastText: '#ffffff' },
  success: { main: '#1a7544', dark: '#145c36', light: '#1a7544', contrastText: '#ffffff' },
  error: { main: '#b93030', dark: '#992626', light: '#b93030', contrastText: '#ffffff' },
  warning: { main: '#8a5800', dark: '#6e4600', light: '#8a5800', contrastText: '#ffffff' },
  info: { main: '#4450c4', dark: '#3640a6', light: '#4450c4', contrastText: '#ffffff' },
  background: { default: '#f7f8f9', paper: '#ffffff', sunken: '#eef0f2' },
  text: { primary: '#1a1f24', secondary: '#57616b', disabled: '#8b949d' },
  divider: '#dde1e5',
  action: {
    active: '#57616b',
    outline: '#7f8891',
    hover: 'rgba(26, 31, 36, 0.045)',
    selected: '#e9eafa',
    disabledBackground: '#e6e9ec',
  },
};

const dark = {
  primary: { main: '#a3acff', dark: '#b9c0ff', light: '#a3acff', contrastText: '#14171a' },
  secondary: { main: '#a0a9b2', dark: '#bcc4cc', light: '#a0a9b2', contrastText: '#14171a' },
  success: { main: '#62c992', dark: '#7fd6a8', light: '#62c992', contrastText: '#14171a' },
  error: { main: '#ff8f87', dark: '#ffa9a3', light: '#ff8f87', contrastText: '#14171a' },
  warning: { main: '#e3b158', dark: '#ebc27d', light: '#e3b158', contrastText: '#14171a' },
  info: { main: '#a3acff', dark: '#b9c0ff', light: '#a3acff', contrastText: '#14171a' },
  background: { default: '#14171a', paper: '#1a1d21', sunken: '#101315' },
  text: { primary: '#e4e7ea', secondary: '#a0a9b2', disabled: '#6c757e' },
  divider: '#2b3036',
  action: {
    active: '#a0a9b2',
    outline: '#737c85',
    hover: 'rgba(228, 231, 234, 0.06)',
    selected: '#272a45',
    disabledBackground: '#24282d',
  },
};

/** Seen on whatever has the keyboard, and only then. */
const focusRing = (theme: Theme): CSSObject => ({
  outline: `2px solid ${theme.vars.palette.primary.main}`,
  outlineOffset: 1,
});

/** A tinted surface with a hairline of the same hue, for alerts and chips. */
const tint = (theme: Theme, hue: 'success' | 'error' | 'warning' | 'info'): CSSObject => ({
  color: theme.vars.palette.text.primary,
  backgroundColor: `color-mix(in srgb, ${theme.vars.palette[hue].main} 7%, ${theme.vars.palette.background.paper})`,
  borderColor: `color-mix(in srgb, ${theme.vars.palette[hue].main} 35%, ${theme.vars.palette.background.paper})`,
});

const hairline = (theme: Theme) => `1px solid ${theme.vars.palette.divider}`;

/** The theme of the app, light and dark; the scheme is the `data-scheme` attribute of the page. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: '[data-scheme="%s"]' },
  colorSchemes: { light: { palette: light }, dark: { palette: dark } },
  spacing: 8,
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: SANS,
    fontSize: 13,
    htmlFontSize: 16,
    h1: { fontSize: 17, fontWeight: 600, lineHeight: '24px', letterSpacing: '-0.005em' },
    h2: { fontSize: 13, fontWeight: 600, lineHeight: '20px' },
    h3: { fontSize: 13, fontWeight: 600, lineHeight: '20px' },
    h4: { fontSize: 13, fontWeight: 600, lineHeight: '20px' },
    subtitle1: { fontSize: 15, fontWeight: 600, lineHeight: '22px' },
    subtitle2: { fontSize: 13, fontWeight: 600, lineHeight: '20px' },
    body1: { fontSize: 13, lineHeight: '20px' },
    body2: { fontSize: 13, lineHeight: '20px' },
    caption: { fontSize: 12, lineHeight: '16px' },
    overline: { fontSize: 12, fontWeight: 600, lineHeight: '16px', textTransform: 'none', letterSpacing: 0 },
    button: { fontSize: 13, fontWeight: 500, textTransform: 'none', letterSpacing: 0 },
    mono: { fontFamily: MONO, fontSize: 12.5, lineHeight: '20px' },
  },
  transitions: { duration: { enteringScreen: 120, leavingScreen: 80, standard: 120, short: 100, shorter: 80 } },
  components: {
    MuiCssBaseline: {
      styleOverrides: (current) => ({
        'html, body, #root': { height: '100%' },
        body: { fontVariantNumeric: 'tabular-nums', overflow: 'hidden', overflowWrap: 'break-word' },
        'code, kbd, pre, samp': { fontFamily: MONO, fontSize: 12.5 },
        ':focus-visible': focusRing(current),
        // Focus is put on headings so that they are read; they cannot be operated, so no ring is due.
        '[tabindex="-1"]:focus-visible': { outline: 'none' },
        // Thin on every system; `scrollbar-width` is not known to Chromium before 121.
        '::-webkit-scrollbar': { width: 10, height: 10 },
        '::-webkit-scrollbar-thumb': {
          border: '2px solid transparent',
          borderRadius: 5,
          backgroundClip: 'content-box',
          backgroundColor: current.vars.palette.action.outline,
        },
        '::-webkit-scrollbar-corner': { background: 'transparent' },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': { animationDuration: '0s !important', transitionDuration: '0s !important' },
        },
      }),
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: ({ theme }) => ({ '&.Mui-focusVisible': focusRing(theme) }) },
    },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: { minWidth: 0, height: 32, padding: '0 12px', lineHeight: '20px', whiteSpace: 'nowrap' },
        startIcon: { marginLeft: -2, marginRight: 6, '& > *:nth-of-type(1)': { fontSize: 18 } },
        endIcon: { marginLeft: 4, marginRight: -4, '& > *:nth-of-type(1)': { fontSize: 18 } },
      },
      variants: [
        {
          props: { size: 'small' },
          style: {
            height: 26,
            padding: '0 8px',
            fontSize: 12,
            '& .MuiButton-startIcon > *:nth-of-type(1)': { fontSize: 16 },
          },
        },
        { props: { size: 'large' }, style: { height: 40, padding: '0 20px' } },
        {
          props: { variant: 'outlined' },
          style: ({ theme }) => ({ backgroundColor: theme.vars.palette.background.paper }),
        },
        {
          props: { variant: 'outlined', color: 'primary' },
          style: ({ theme }) => ({
            color: theme.vars.palette.text.primary,
            borderColor: theme.vars.palette.action.outline,
            '&:hover': { borderColor: theme.vars.palette.text.secondary, background: theme.vars.palette.action.hover },
          }),
        },
      ],
    },
    MuiIconButton: {
      defaultProps: { size: 'small', color: 'inherit' },
      styleOverrides: {
        root: ({ theme }) => ({ borderRadius: theme.shape.borderRadius, color: theme.vars.palette.text.secondary }),
        sizeSmall: { width: 28, height: 28, padding: 0, '& .MuiSvgIcon-root': { fontSize: 18 } },
      },
    },
    MuiSvgIcon: { styleOverrides: { fontSizeSmall: { fontSize: 18 } } },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' } },
    },
    MuiCard: { defaultProps: { variant: 'outlined' } },
    MuiTypography: {
      // MUI 9 takes palette names without a dot here; with the dot they read as they do in `sx`.
      variants: [
        { props: { color: 'text.secondary' }, style: ({ theme }) => ({ color: theme.vars.palette.text.secondary }) },
      ],
    },
    MuiLink: { defaultProps: { underline: 'hover' } },

    // Forms: the label stands above its field, so the outline needs no notch.
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
    MuiFormControl: { defaultProps: { size: 'small' } },
    MuiSelect: { defaultProps: { size: 'small' } },
    MuiAutocomplete: {
      defaultProps: { size: 'small' },
      styleOverrides: {
        inputRoot: {
          '&.MuiOutlinedInput-root': { paddingTop: 0, paddingBottom: 0, minHeight: 32 },
          // The text begins where it does in other fields.
          '&.MuiOutlinedInput-root.MuiInputBase-sizeSmall .MuiAutocomplete-input': { paddingLeft: 4 },
        },
        paper: ({ theme }) => ({ border: hairline(theme), boxShadow: '0 4px 16px rgba(0, 0, 0, 0.12)' }),
        listbox: { padding: '4px 0' },
        option: { '&.MuiAutocomplete-option': { minHeight: 30, padding: '4px 12px' } },
      },
    },
    MuiInputLabel: {
      defaultProps: { shrink: true },
      styleOverrides: {
        root: ({ theme }) => ({
          position: 'static',
          transform: 'none',
          maxWidth: 'none',
          marginBottom: 4,
          fontSize: 13,
          fontWeight: 500,
          lineHeight: '20px',
          color: theme.vars.palette.text.primary,
          '&.Mui-focused': { color: theme.vars.palette.text.primary },
          '&.Mui-error': { color: theme.vars.palette.error.main },
        }),
      },
    },
    MuiFormLabel: {
      styleOverrides: {
        root: ({ theme }) => ({
          fontSize: 13,
          fontWeight: 500,
          lineHeight: '20px',
          color: theme.vars.palette.text.primary,
          '&.Mui-focused': { color: theme.vars.palette.text.primary },
        }),
      },
    },
    MuiOutlinedInput: {
      defaultProps: { notched: false },
      styleOverrides: {
        root: ({ theme }) => ({
          minHeight: 32,
          fontSize: 13,
          lineHeight: '20px',
          backgroundColor: theme.vars.palette.background.paper,
          '&:hover:not(.Mui-disabled, .Mui-error, .Mui-focused) .MuiOutlinedInput-notchedOutline': {
            borderColor: theme.vars.palette.text.secondary,
          },
          '&.Mui-disabled': { backgroundColor: theme.vars.palette.background.sunken },
        }),
        input: { height: 20, padding: '6px 10px', '&:focus-visible': { outline: 'none' } },
        adornedStart: { paddingLeft: 8, '& .MuiOutlinedInput-input': { paddingLeft: 0 } },
        adornedEnd: { paddingRight: 8 },
        multiline: { padding: '6px 10px', '& textarea': { padding: 0 } },
        notchedOutline: ({ theme }) => ({
          top: 0,
          borderColor: theme.vars.palette.action.outline,
          '& legend': { display: 'none' },
        }),
      },
    },
    MuiInputBase: {
      styleOverrides: {
        input: ({ theme }) => ({ '&::placeholder': { color: theme.vars.palette.text.secondary, opacity: 1 } }),
      },
    },
    MuiInputAdornment: { styleOverrides: { root: { '& .MuiSvgIcon-root': { fontSize: 18 } } } },
    MuiFormHelperText: { styleOverrides: { root: { margin: '4px 0 0', fontSize: 12, lineHeight: '16px' } } },
    MuiFormControlLabel: { styleOverrides: { root: { marginLeft: -6, marginRight: 16 }, label: { fontSize: 13 } } },
    MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6 } } },
    MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6 } } },
    MuiSwitch: { defaultProps: { size: 'small' } },

    MuiToggleButtonGroup: { defaultProps: { size: 'small' } },
    MuiToggleButton: {
      styleOverrides: {
        root: ({ theme }) => ({
          height: 28,
          padding: '0 10px',
          fontSize: 12,
          textTransform: 'none',
          color: theme.vars.palette.text.secondary,
          borderColor: theme.vars.palette.divider,
          '&.Mui-selected, &.Mui-selected:hover': {
            color: theme.vars.palette.text.primary,
            backgroundColor: theme.vars.palette.action.selected,
          },
        }),
      },
    },
    MuiChip: {
      defaultProps: { size: 'small', variant: 'outlined' },
      styleOverrides: {
        root: ({ theme }) => ({
          borderRadius: theme.shape.borderRadius,
          fontSize: 12,
          '&.Mui-focusVisible': focusRing(theme),
        }),
        sizeSmall: { height: 24 },
        outlined: ({ theme }) => ({
          borderColor: theme.vars.palette.divider,
          '&[aria-pressed="true"]': {
            color: theme.vars.palette.text.primary,
            borderColor: theme.vars.palette.primary.main,
            backgroundColor: theme.vars.palette.action.selected,
          },
        }),
      },
    },
    MuiTabs: { styleOverrides: { root: ({ theme }) => ({ minHeight: 36, borderBottom: hairline(theme) }) } },
    MuiTab: { styleOverrides: { root: { minHeight: 36, minWidth: 0, padding: '0 12px', textTransform: 'none' } } },
    MuiStepLabel: { styleOverrides: { label: { fontSize: 13 } } },
    MuiStepConnector: { styleOverrides: { line: ({ theme }) => ({ borderColor: theme.vars.palette.divider }) } },
    MuiStepIcon: { styleOverrides: { root: { fontSize: 20 }, text: { fontSize: 12, fontWeight: 600 } } },

    MuiTable: { defaultProps: { size: 'small' } },
    MuiTableCell: {
      styleOverrides: {
        root: ({ theme }) => ({ padding: '6px 12px', borderBottom: hairline(theme), fontSize: 13, lineHeight: '20px' }),
        head: ({ theme }) => ({ color: theme.vars.palette.text.secondary, fontSize: 12, fontWeight: 500 }),
      },
    },
    MuiTableRow: {
      styleOverrides: { root: { '&:last-child > td, &:last-child > th[scope="row"]': { borderBottom: 0 } } },
    },

    MuiAlert: {
      styleOverrides: {
        root: { padding: '8px 12px', border: '1px solid transparent', alignItems: 'flex-start' },
        icon: { padding: '1px 0', marginRight: 8, fontSize: 18, opacity: 1 },
        message: { padding: 0, flex: 1 },
        action: { padding: '0 0 0 8px', marginRight: -4 },
      },
      variants: (['success', 'error', 'warning', 'info'] as const).map((severity) => ({
        props: { variant: 'standard', severity },
        style: ({ theme }) => ({
          ...tint(theme, severity),
          '& .MuiAlert-icon': { color: theme.vars.palette[severity].main },
        }),
      })),
    },
    MuiAlertTitle: { styleOverrides: { root: { margin: 0, fontSize: 13, fontWeight: 600, lineHeight: '20px' } } },
    MuiTooltip: {
      defaultProps: { enterDelay: 400, disableInteractive: true },
      styleOverrides: {
        tooltip: ({ theme }) => ({
          padding: '4px 8px',
          fontSize: 12,
          fontWeight: 400,
          lineHeight: '16px',
          color: theme.vars.palette.background.paper,
          backgroundColor: theme.vars.palette.text.primary,
        }),
      },
    },
    // A menu that is still growing loses the click that lands on it.
    MuiMenu: { defaultProps: { transitionDuration: 0 } },
    MuiPopover: {
      defaultProps: { transitionDuration: 0 },
      styleOverrides: {
        paper: ({ theme }) => ({ border: hairline(theme), boxShadow: '0 4px 16px rgba(0, 0, 0, 0.12)' }),
      },
    },
    MuiMenuItem: {
      styleOverrides: {
        root: ({ theme }) => ({
          minHeight: 30,
          padding: '4px 12px',
          fontSize: 13,
          '& .MuiListItemIcon-root': { minWidth: 28, color: theme.vars.palette.text.secondary },
        }),
      },
    },
    MuiBackdrop: {
      styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgba(10, 12, 14, 0.45)' } } },
    },
    MuiDialog: {
      styleOverrides: {
        paper: ({ theme }) => ({ border: hairline(theme), boxShadow: '0 8px 32px rgba(0, 0, 0, 0.2)' }),
      },
    },
    MuiDialogTitle: { styleOverrides: { root: { padding: '16px 20px 4px', fontSize: 15, fontWeight: 600 } } },
    MuiDialogContent: { styleOverrides: { root: { padding: '4px 20px 12px', '& > p': { margin: '8px 0 0' } } } },
    MuiDialogActions: { styleOverrides: { root: { padding: '8px 20px 16px' } } },
    MuiLinearProgress: { styleOverrides: { root: { height: 4, borderRadius: 2 } } },
    MuiSkeleton: { defaultProps: { animation: 'wave' } },
    MuiAccordion: {
      defaultProps: { disableGutters: true, elevation: 0, variant: 'outlined' },
      styleOverrides: { root: { '&::before': { display: 'none' } } },
    },
    MuiAccordionSummary: {
      styleOverrides: { root: { minHeight: 36, padding: '0 12px' }, content: { margin: '8px 0' } },
    },
    MuiAccordionDetails: { styleOverrides: { root: { padding: '4px 12px 12px' } } },
  },
});

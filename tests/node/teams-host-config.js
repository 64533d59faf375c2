// How Teams sets a card: its sizes, spaces and colours for the renderer, light or dark. Near enough to see what will not fit or cannot be read.
const teamsHostConfig = (theme) => {
  const light = theme === "light";
  const colours = {
    default: light ? "#242424" : "#ffffff",
    subtle: light ? "#616161" : "#adadad",
    accent: light ? "#5b5fc7" : "#7f85f5",
    good: light ? "#237b4b" : "#92c353",
    warning: light ? "#835c00" : "#fce100",
    attention: light ? "#c4314b" : "#f9526b",
  };
  const pair = (colour) => ({ default: colour, subtle: colour });
  const style = (backgroundColor) => ({
    backgroundColor,
    foregroundColors: {
      default: { default: colours.default, subtle: colours.subtle },
      dark: pair("#242424"),
      light: pair("#ffffff"),
      accent: pair(colours.accent),
      good: pair(colours.good),
      warning: pair(colours.warning),
      attention: pair(colours.attention),
    },
  });
  const font = (fontFamily) => ({
    fontFamily,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
  });
  return {
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: light ? "#e0e0e0" : "#3d3d3d" },
    fontTypes: { default: font("'Segoe UI', 'Noto Sans', sans-serif"), monospace: font("Consolas, 'Noto Sans Mono', monospace") },
    containerStyles: {
      default: style(light ? "#ffffff" : "#292929"),
      emphasis: style(light ? "#f5f5f5" : "#1f1f1f"),
      accent: style(light ? "#e8ebfa" : "#2f2f4a"),
      good: style(light ? "#e7f2da" : "#1e3314"),
      warning: style(light ? "#fbf6d9" : "#463100"),
      attention: style(light ? "#fcf4f6" : "#3e1f25"),
    },
    imageSizes: { small: 32, medium: 52, large: 100 },
    actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, showCard: { actionMode: "inline", inlineTopMargin: 16 }, actionsOrientation: "horizontal", actionAlignment: "left" },
    inputs: {
      label: { inputSpacing: "small", requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" }, optionalInputs: { weight: "bolder" } },
      errorMessage: { color: "attention" },
    },
    factSet: { title: { weight: "bolder", wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
  };
};

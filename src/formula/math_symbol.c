/* math_symbol.c - the table of LaTeX's names. */
#include "formula/math_symbol.h"

#include <string.h>

#define LETTER(name, unicode)                                                          \
    {                                                                                  \
        name, unicode, MATH_VARIABLE, MATH_ORDINARY                                    \
    }
#define UPRIGHT(name, unicode)                                                         \
    {                                                                                  \
        name, unicode, MATH_NAME, MATH_ORDINARY                                        \
    }
#define FUNCTION(name)                                                                 \
    {                                                                                  \
        name, name, MATH_FUNCTION, MATH_OPERATOR                                       \
    }
#define SIGN(name, unicode, class)                                                     \
    {                                                                                  \
        name, unicode, MATH_SIGN, class                                                \
    }

const MathSymbol math_symbols[] = {
    LETTER("alpha", "α"),
    LETTER("beta", "β"),
    LETTER("gamma", "γ"),
    LETTER("delta", "δ"),
    LETTER("varepsilon", "ε"),
    LETTER("epsilon", "ϵ"),
    LETTER("zeta", "ζ"),
    LETTER("eta", "η"),
    LETTER("theta", "θ"),
    LETTER("vartheta", "ϑ"),
    LETTER("iota", "ι"),
    LETTER("kappa", "κ"),
    LETTER("lambda", "λ"),
    LETTER("mu", "μ"),
    LETTER("nu", "ν"),
    LETTER("xi", "ξ"),
    LETTER("pi", "π"),
    LETTER("rho", "ρ"),
    LETTER("sigma", "σ"),
    LETTER("varsigma", "ς"),
    LETTER("tau", "τ"),
    LETTER("upsilon", "υ"),
    LETTER("varphi", "φ"),
    LETTER("phi", "ϕ"),
    LETTER("chi", "χ"),
    LETTER("psi", "ψ"),
    LETTER("omega", "ω"),
    LETTER("ell", "ℓ"),
    UPRIGHT("Gamma", "Γ"),
    UPRIGHT("Delta", "Δ"),
    UPRIGHT("Theta", "Θ"),
    UPRIGHT("Lambda", "Λ"),
    UPRIGHT("Xi", "Ξ"),
    UPRIGHT("Pi", "Π"),
    UPRIGHT("Sigma", "Σ"),
    UPRIGHT("Upsilon", "Υ"),
    UPRIGHT("Phi", "Φ"),
    UPRIGHT("Psi", "Ψ"),
    UPRIGHT("Omega", "Ω"),
    UPRIGHT("infty", "∞"),
    UPRIGHT("partial", "∂"),
    UPRIGHT("nabla", "∇"),
    UPRIGHT("dots", "…"),
    UPRIGHT("ldots", "…"),
    UPRIGHT("cdots", "⋯"),
    UPRIGHT("circ", "°"),
    UPRIGHT("emptyset", "∅"),
    FUNCTION("arccos"),
    FUNCTION("arcsin"),
    FUNCTION("arctan"),
    FUNCTION("arg"),
    FUNCTION("cos"),
    FUNCTION("cosh"),
    FUNCTION("cot"),
    FUNCTION("coth"),
    FUNCTION("det"),
    FUNCTION("dim"),
    FUNCTION("exp"),
    FUNCTION("inf"),
    FUNCTION("lim"),
    FUNCTION("ln"),
    FUNCTION("log"),
    FUNCTION("max"),
    FUNCTION("min"),
    FUNCTION("Pr"),
    FUNCTION("sec"),
    FUNCTION("sin"),
    FUNCTION("sinh"),
    FUNCTION("sup"),
    FUNCTION("tan"),
    FUNCTION("tanh"),
    SIGN("sum", "∑", MATH_OPERATOR),
    SIGN("prod", "∏", MATH_OPERATOR),
    SIGN("int", "∫", MATH_OPERATOR),
    SIGN(NULL, "+", MATH_BINARY),
    SIGN(NULL, "−", MATH_BINARY),
    SIGN("cdot", "·", MATH_BINARY),
    SIGN("times", "×", MATH_BINARY),
    SIGN("div", "÷", MATH_BINARY),
    SIGN("pm", "±", MATH_BINARY),
    SIGN("mp", "∓", MATH_BINARY),
    SIGN("ast", "∗", MATH_BINARY),
    SIGN("odot", "⊙", MATH_BINARY),
    SIGN("oplus", "⊕", MATH_BINARY),
    SIGN("otimes", "⊗", MATH_BINARY),
    SIGN("land", "∧", MATH_BINARY),
    SIGN("wedge", "∧", MATH_BINARY),
    SIGN("lor", "∨", MATH_BINARY),
    SIGN("vee", "∨", MATH_BINARY),
    SIGN("cup", "∪", MATH_BINARY),
    SIGN("cap", "∩", MATH_BINARY),
    SIGN("setminus", "∖", MATH_BINARY),
    SIGN(NULL, "=", MATH_RELATION),
    SIGN(NULL, "<", MATH_RELATION),
    SIGN(NULL, ">", MATH_RELATION),
    SIGN(NULL, ":", MATH_RELATION),
    SIGN("lt", "<", MATH_RELATION),
    SIGN("gt", ">", MATH_RELATION),
    SIGN("le", "≤", MATH_RELATION),
    SIGN("leq", "≤", MATH_RELATION),
    SIGN("ge", "≥", MATH_RELATION),
    SIGN("geq", "≥", MATH_RELATION),
    SIGN("ne", "≠", MATH_RELATION),
    SIGN("neq", "≠", MATH_RELATION),
    SIGN("approx", "≈", MATH_RELATION),
    SIGN("equiv", "≡", MATH_RELATION),
    SIGN("sim", "∼", MATH_RELATION),
    SIGN("simeq", "≃", MATH_RELATION),
    SIGN("propto", "∝", MATH_RELATION),
    SIGN("ll", "≪", MATH_RELATION),
    SIGN("gg", "≫", MATH_RELATION),
    SIGN("in", "∈", MATH_RELATION),
    SIGN("notin", "∉", MATH_RELATION),
    SIGN("subset", "⊂", MATH_RELATION),
    SIGN("subseteq", "⊆", MATH_RELATION),
    SIGN("mid", "∣", MATH_RELATION),
    SIGN("to", "→", MATH_RELATION),
    SIGN("rightarrow", "→", MATH_RELATION),
    SIGN("leftarrow", "←", MATH_RELATION),
    SIGN("gets", "←", MATH_RELATION),
    SIGN("leftrightarrow", "↔", MATH_RELATION),
    SIGN("Rightarrow", "⇒", MATH_RELATION),
    SIGN("implies", "⇒", MATH_RELATION),
    SIGN("Leftrightarrow", "⇔", MATH_RELATION),
    SIGN("iff", "⇔", MATH_RELATION),
    SIGN("mapsto", "↦", MATH_RELATION),
    SIGN("uparrow", "↑", MATH_RELATION),
    SIGN("downarrow", "↓", MATH_RELATION),
    SIGN(NULL, "(", MATH_OPENING),
    SIGN(NULL, "[", MATH_OPENING),
    SIGN("{", "{", MATH_OPENING),
    SIGN("lbrace", "{", MATH_OPENING),
    SIGN("langle", "⟨", MATH_OPENING),
    SIGN("lfloor", "⌊", MATH_OPENING),
    SIGN("lceil", "⌈", MATH_OPENING),
    SIGN(NULL, ")", MATH_CLOSING),
    SIGN(NULL, "]", MATH_CLOSING),
    SIGN("}", "}", MATH_CLOSING),
    SIGN("rbrace", "}", MATH_CLOSING),
    SIGN("rangle", "⟩", MATH_CLOSING),
    SIGN("rfloor", "⌋", MATH_CLOSING),
    SIGN("rceil", "⌉", MATH_CLOSING),
    SIGN(NULL, ",", MATH_PUNCTUATION),
    SIGN(NULL, ";", MATH_PUNCTUATION),
    SIGN(NULL, MATH_APPLY, MATH_NOTHING),
    SIGN(NULL, "/", MATH_ORDINARY),
    SIGN(NULL, "|", MATH_ORDINARY),
    SIGN("vert", "|", MATH_ORDINARY),
    SIGN("|", "‖", MATH_ORDINARY),
    SIGN("Vert", "‖", MATH_ORDINARY),
    SIGN(NULL, "!", MATH_ORDINARY),
    SIGN(NULL, "?", MATH_ORDINARY),
    SIGN(NULL, ".", MATH_ORDINARY),
    SIGN(NULL, "@", MATH_ORDINARY),
    SIGN("lnot", "¬", MATH_ORDINARY),
    SIGN("neg", "¬", MATH_ORDINARY),
    SIGN("forall", "∀", MATH_ORDINARY),
    SIGN("exists", "∃", MATH_ORDINARY),
    SIGN("%", "%", MATH_ORDINARY),
    SIGN("#", "#", MATH_ORDINARY),
    SIGN("&", "&", MATH_ORDINARY),
    SIGN("_", "_", MATH_ORDINARY),
    SIGN("$", "$", MATH_ORDINARY),
    {NULL, NULL, MATH_SIGN, MATH_ORDINARY},
};

const MathSymbol *math_symbol_named(const char *name)
{
    for (const MathSymbol *symbol = math_symbols; symbol->unicode; symbol++)
        if (symbol->name && strcmp(symbol->name, name) == 0)
            return symbol;
    return NULL;
}

const MathSymbol *math_symbol_of(const char *unicode)
{
    for (const MathSymbol *symbol = math_symbols; symbol->unicode; symbol++)
        if (strcmp(symbol->unicode, unicode) == 0)
            return symbol;
    return NULL;
}

/* kernel_polynomials.h - slopes about their zeros, and a tail; made by
 * tests/oracle/test-polynomials.c, which says how.
 */
#ifndef ACTPLOT_FORMULA_KERNEL_POLYNOMIALS_H
#define ACTPLOT_FORMULA_KERNEL_POLYNOMIALS_H

/* clang-format off */
/* The value by the polynomial NAME_POLYNOMIAL within its interval, else value. */
#define NEAR_ZERO(NAME, u, value) \
    ((u) > NAME##_LO && (u) < NAME##_HI \
         ? (((u)-NAME##_ZERO) - NAME##_ZERO_LOW) * \
               NAME##_POLYNOMIAL((u)-NAME##_CENTRE) \
         : (value))

#define X_LOGISTIC_1_LO (-0x1.8p+0)
#define X_LOGISTIC_1_HI (-0x1.0cccccccccccdp+0)
#define X_LOGISTIC_1_CENTRE (-0x1.4666666666666p+0)
#define X_LOGISTIC_1_ZERO (-0x1.474973c84120bp+0)
#define X_LOGISTIC_1_ZERO_LOW (-0x1.f8d74bc9ac154p-54)
#define X_LOGISTIC_1_POLYNOMIAL(t) \
    (0x1.bf1e8ebc38226p-3 + (t) * \
    (0x1.2c9a7c51e5072p-3 + (t) * \
    (0x1.32a518adfa021p-6 + (t) * \
    (-0x1.f5d0c67d0e26ap-7 + (t) * \
    (-0x1.b0d0f47f46852p-8 + (t) * \
    (0x1.2c77373223057p-13 + (t) * \
    (0x1.a5026a2aa923p-11 + (t) * \
    (0x1.830d3acdd8d2dp-13 + (t) * \
    (-0x1.5eedf774395c8p-15 + (t) * \
    (-0x1.f4861877acbb9p-16 + (t) * \
    (-0x1.7ebb64820b355p-19 + (t) * \
    (0x1.3edbd592c8de6p-19 + (t) * \
    0x1.c4abfc0abd60fp-21))))))))))))

#define X_NORMAL_CDF_1_LO (-0x1p+1)
#define X_NORMAL_CDF_1_HI (-0x1p-2)
#define X_NORMAL_CDF_1_CENTRE (-0x1.2p+0)
#define X_NORMAL_CDF_1_ZERO (-0x1.80ead197f00b4p-1)
#define X_NORMAL_CDF_1_ZERO_LOW (0x1.13e74c58cada8p-56)
#define X_NORMAL_CDF_1_POLYNOMIAL(t) \
    (0x1.2882bdf5b668fp-2 + (t) * \
    (0x1.6f916509c52b5p-2 + (t) * \
    (0x1.6aee55b98dfb2p-4 + (t) * \
    (-0x1.220b969e8c9f8p-4 + (t) * \
    (-0x1.3c17343ead63dp-5 + (t) * \
    (0x1.5283fb89624acp-8 + (t) * \
    (0x1.cd68b2fc3f0bfp-8 + (t) * \
    (0x1.7314c09156bc6p-12 + (t) * \
    (-0x1.a7dee8e072b1dp-11 + (t) * \
    (-0x1.19e1c17a33feep-13 + (t) * \
    (0x1.10572460867cap-14 + (t) * \
    (0x1.344da0384da3p-16 + (t) * \
    (-0x1.eeeb14576c84bp-19 + (t) * \
    (-0x1.c9664d4cc97b4p-20 + (t) * \
    (0x1.14d10e5140c2ep-23 + (t) * \
    (0x1.05d3593200462p-23 + (t) * \
    (0x1.3040374faba34p-32 + (t) * \
    (-0x1.e7e4bb5ecb703p-28 + (t) * \
    (-0x1.d8a58846f985ep-32 + (t) * \
    (0x1.78b483028c58ep-32 + (t) * \
    (0x1.153f42e172813p-35 + (t) * \
    -0x1.b123306cf7e5ap-37)))))))))))))))))))))

#define X_TANH_SOFTPLUS_1_LO (-0x1.8p+0)
#define X_TANH_SOFTPLUS_1_HI (-0x1.ccccccccccccdp-1)
#define X_TANH_SOFTPLUS_1_CENTRE (-0x1.3333333333333p+0)
#define X_TANH_SOFTPLUS_1_ZERO (-0x1.31432c0d12d84p+0)
#define X_TANH_SOFTPLUS_1_ZERO_LOW (-0x1.bf319154da21p-55)
#define X_TANH_SOFTPLUS_1_POLYNOMIAL(t) \
    (0x1.0fc537465b691p-2 + (t) * \
    (0x1.a1fbbbcbab0f9p-3 + (t) * \
    (0x1.5b0903b526aa5p-5 + (t) * \
    (-0x1.445148ebebf3dp-6 + (t) * \
    (-0x1.011d4d524ce95p-6 + (t) * \
    (-0x1.bed6bb28448f3p-9 + (t) * \
    (0x1.10ba3967d3af5p-10 + (t) * \
    (0x1.fed69e9617739p-11 + (t) * \
    (0x1.0d525332664b9p-12 + (t) * \
    (-0x1.3d0256ed94cb2p-15 + (t) * \
    (-0x1.c838ba6e4b224p-15 + (t) * \
    (-0x1.2379d207ac0cep-16 + (t) * \
    (0x1.66c36a62c3b1cp-21 + (t) * \
    (0x1.789eb29a1c76cp-19 + (t) * \
    0x1.126b6e8d5b2cfp-20))))))))))))))

#define GELU_TANH_1_LO (-0x1.4p+0)
#define GELU_TANH_1_HI (-0x1.6666666666666p-2)
#define GELU_TANH_1_CENTRE (-0x1.999999999999ap-1)
#define GELU_TANH_1_ZERO (-0x1.81429f9e97e4dp-1)
#define GELU_TANH_1_ZERO_LOW (0x1.4f523ed77dbdcp-55)
#define GELU_TANH_1_POLYNOMIAL(t) \
    (0x1.a5d76673cebf2p-2 + (t) * \
    (0x1.8d927f6404f6dp-2 + (t) * \
    (0x1.d0305f0fe5551p-13 + (t) * \
    (-0x1.c3ff95cc12784p-4 + (t) * \
    (-0x1.59e01aac7c2fep-6 + (t) * \
    (0x1.28195ca5a6a07p-6 + (t) * \
    (0x1.89a1ace2372b2p-8 + (t) * \
    (-0x1.0cb964a75ce1bp-9 + (t) * \
    (-0x1.0d42cfaa098d7p-10 + (t) * \
    (0x1.a558007d8668dp-13 + (t) * \
    (0x1.2590e7dd31977p-13 + (t) * \
    (-0x1.a2013c54db271p-16 + (t) * \
    (-0x1.3fc0082173175p-16 + (t) * \
    (0x1.128ec627f3b09p-18 + (t) * \
    (0x1.90e3148dbf8eap-19 + (t) * \
    (-0x1.4ece39edb68b6p-21 + (t) * \
    (-0x1.df13e2851785p-22 + (t) * \
    0x1.2202ba97cf2b4p-24)))))))))))))))))

#define CENTRAL_HALF (0x1.2p-2)
#define CENTRAL_POLYNOMIAL(t) \
    (0x1.862631d558843p-2 + (t) * \
    (-0x1.f4f5198c34246p-5 + (t) * \
    (0x1.27b6f389757afp-7 + (t) * \
    (-0x1.171749a7a841ep-10 + (t) * \
    (0x1.afa5218b9ba3bp-14 + (t) * \
    (-0x1.196814f27e65dp-17 + (t) * \
    (0x1.3c8ed6ccce786p-21 + (t) * \
    (-0x1.38ff023ad21ebp-25 + (t) * \
    0x1.13a9c1f2bab3dp-29))))))))

#define MILLS_SHIFT (0x1.1a7b9611a7b96p+0)
#define MILLS_POLYNOMIAL(t) \
    (0x1.cda93a9b51eeap-2 + (t) * \
    (-0x1.affa54b75b81p-5 + (t) * \
    (-0x1.5abd803643119p-6 + (t) * \
    (0x1.dd12cc6816b76p-5 + (t) * \
    (-0x1.cce87ef0efd04p-5 + (t) * \
    (0x1.1a885d70f8d25p-5 + (t) * \
    (-0x1.bc9717643ca7ap-7 + (t) * \
    (0x1.434df1bf77982p-9 + (t) * \
    (0x1.2b62c08b1092bp-11 + (t) * \
    (-0x1.bc5d0e3f8af48p-12 + (t) * \
    (0x1.146586380d1fdp-16 + (t) * \
    (0x1.b0ff1243e508dp-15 + (t) * \
    (-0x1.ec7ed2ff5d4f9p-18 + (t) * \
    (-0x1.cf52408fe8d0cp-18 + (t) * \
    (0x1.439fa2514c4d1p-20 + (t) * \
    (0x1.24521fc8ce056p-20 + (t) * \
    (-0x1.28959cc623d1ep-23 + (t) * \
    (-0x1.9b73ebcc86d8bp-23 + (t) * \
    (0x1.44f9f4b4af2d4p-28 + (t) * \
    (0x1.20b5206b5c78ep-25 + (t) * \
    (0x1.5aab1d92fb6abp-29 + (t) * \
    (-0x1.5783028e7bec2p-28 + (t) * \
    (-0x1.16c161b149b27p-31 + (t) * \
    0x1.eef50d35f272ep-32)))))))))))))))))))))))

/* clang-format on */

#endif

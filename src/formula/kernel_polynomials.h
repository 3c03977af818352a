/* kernel_polynomials.h - slopes about their zeros, a tail, e^t, log; made by
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
    ((0x1.bf1e8ebc38226p-3 + ((t) * (t)) * \
    (0x1.32a518adfa021p-6 + ((t) * (t)) * \
    (-0x1.b0d0f47f46852p-8 + ((t) * (t)) * \
    (0x1.a5026a2aa923p-11 + ((t) * (t)) * \
    (-0x1.5eedf774395c8p-15 + ((t) * (t)) * \
    (-0x1.7ebb64820b355p-19 + ((t) * (t)) * \
    (0x1.c4abfc0abd60fp-21))))))) + (t) * \
    (0x1.2c9a7c51e5072p-3 + ((t) * (t)) * \
    (-0x1.f5d0c67d0e26ap-7 + ((t) * (t)) * \
    (0x1.2c77373223057p-13 + ((t) * (t)) * \
    (0x1.830d3acdd8d2dp-13 + ((t) * (t)) * \
    (-0x1.f4861877acbb9p-16 + ((t) * (t)) * \
    (0x1.3edbd592c8de6p-19)))))))

#define X_NORMAL_CDF_1_LO (-0x1.6p+0)
#define X_NORMAL_CDF_1_HI (0x1p-2)
#define X_NORMAL_CDF_1_CENTRE (-0x1.2p-1)
#define X_NORMAL_CDF_1_ZERO (-0x1.80ead197f00b4p-1)
#define X_NORMAL_CDF_1_ZERO_LOW (0x1.13e74c58cada8p-56)
#define X_NORMAL_CDF_1_POLYNOMIAL(t) \
    ((0x1.01d1c742ac8cdp-1 + ((t) * (t)) * \
    (-0x1.5b08fd178b20dp-4 + ((t) * (t)) * \
    (0x1.65b02cee0ab2bp-8 + ((t) * (t)) * \
    (0x1.f347336922d6cp-11 + ((t) * (t)) * \
    (-0x1.408fb11518a44p-12 + ((t) * (t)) * \
    (0x1.823c8379d1a4ap-15 + ((t) * (t)) * \
    (-0x1.49a502f038889p-18 + ((t) * (t)) * \
    (0x1.bd15d8f0884dbp-22 + ((t) * (t)) * \
    (-0x1.f4a17f18e25edp-26 + ((t) * (t)) * \
    (0x1.decb041dca9fbp-30 + ((t) * (t)) * \
    (-0x1.5b60e9001437fp-34))))))))))) + (t) * \
    (0x1.79b8ebcc31e81p-2 + ((t) * (t)) * \
    (-0x1.e236a843b9af9p-4 + ((t) * (t)) * \
    (0x1.73008f2d336dcp-6 + ((t) * (t)) * \
    (-0x1.917e6a5d2006dp-9 + ((t) * (t)) * \
    (0x1.4bcff0dbb4e5fp-12 + ((t) * (t)) * \
    (-0x1.b8338ba9f0df1p-16 + ((t) * (t)) * \
    (0x1.e40c00573269p-20 + ((t) * (t)) * \
    (-0x1.c293a32d3eb5ep-24 + ((t) * (t)) * \
    (0x1.67986eb0a0acfp-28 + ((t) * (t)) * \
    (-0x1.ebfd889878aacp-33 + ((t) * (t)) * \
    (0x1.04fed99905176p-37))))))))))))

#define X_TANH_SOFTPLUS_1_LO (-0x1.8p+0)
#define X_TANH_SOFTPLUS_1_HI (-0x1.ccccccccccccdp-1)
#define X_TANH_SOFTPLUS_1_CENTRE (-0x1.3333333333333p+0)
#define X_TANH_SOFTPLUS_1_ZERO (-0x1.31432c0d12d84p+0)
#define X_TANH_SOFTPLUS_1_ZERO_LOW (-0x1.bf319154da21p-55)
#define X_TANH_SOFTPLUS_1_POLYNOMIAL(t) \
    ((0x1.0fc537465b691p-2 + ((t) * (t)) * \
    (0x1.5b0903b526aa5p-5 + ((t) * (t)) * \
    (-0x1.011d4d524ce95p-6 + ((t) * (t)) * \
    (0x1.10ba3967d3af5p-10 + ((t) * (t)) * \
    (0x1.0d525332664b9p-12 + ((t) * (t)) * \
    (-0x1.c838ba6e4b224p-15 + ((t) * (t)) * \
    (0x1.66c36a62c3b1cp-21 + ((t) * (t)) * \
    (0x1.126b6e8d5b2cfp-20)))))))) + (t) * \
    (0x1.a1fbbbcbab0f9p-3 + ((t) * (t)) * \
    (-0x1.445148ebebf3dp-6 + ((t) * (t)) * \
    (-0x1.bed6bb28448f3p-9 + ((t) * (t)) * \
    (0x1.fed69e9617739p-11 + ((t) * (t)) * \
    (-0x1.3d0256ed94cb2p-15 + ((t) * (t)) * \
    (-0x1.2379d207ac0cep-16 + ((t) * (t)) * \
    (0x1.789eb29a1c76cp-19))))))))

#define GELU_TANH_1_LO (-0x1.8p+0)
#define GELU_TANH_1_HI (-0x1p-2)
#define GELU_TANH_1_CENTRE (-0x1.cp-1)
#define GELU_TANH_1_ZERO (-0x1.81429f9e97e4dp-1)
#define GELU_TANH_1_ZERO_LOW (0x1.4f523ed77dbdcp-55)
#define GELU_TANH_1_POLYNOMIAL(t) \
    ((0x1.88125b6f5267ap-2 + ((t) * (t)) * \
    (0x1.8d8d046b3e95cp-6 + ((t) * (t)) * \
    (-0x1.c026cdce2456cp-6 + ((t) * (t)) * \
    (0x1.c52a5937b28d9p-8 + ((t) * (t)) * \
    (-0x1.272651f66714cp-10 + ((t) * (t)) * \
    (0x1.410113a2cb0bbp-13 + ((t) * (t)) * \
    (-0x1.6763bab928bep-16 + ((t) * (t)) * \
    (0x1.c240d607e80b7p-19 + ((t) * (t)) * \
    (-0x1.1f8a7392a6337p-21 + ((t) * (t)) * \
    (0x1.4c0ad63625bbfp-24 + ((t) * (t)) * \
    (-0x1.19d4eaa5bbdd5p-27))))))))))) + (t) * \
    (0x1.8babb36e8457dp-2 + ((t) * (t)) * \
    (-0x1.a61c32148e04p-4 + ((t) * (t)) * \
    (0x1.f0838e015a715p-7 + ((t) * (t)) * \
    (-0x1.6f248c83961f8p-10 + ((t) * (t)) * \
    (0x1.79c0ff137bb63p-14 + ((t) * (t)) * \
    (-0x1.b0a1377011da3p-18 + ((t) * (t)) * \
    (0x1.6f9f011606a8dp-21 + ((t) * (t)) * \
    (0x1.5996f8155ab69p-26 + ((t) * (t)) * \
    (-0x1.465645b2a759fp-25 + ((t) * (t)) * \
    (0x1.1edf6893f3d0fp-27)))))))))))

#define CENTRAL_HALF (0x1.2p-2)
#define CENTRAL_POLYNOMIAL(t) \
    ((0x1.862631d558843p-2 + ((t) * (t)) * \
    (0x1.27b6f389757afp-7 + ((t) * (t)) * \
    (0x1.afa5218b9ba3bp-14 + ((t) * (t)) * \
    (0x1.3c8ed6ccce786p-21 + ((t) * (t)) * \
    (0x1.13a9c1f2bab3dp-29))))) + (t) * \
    (-0x1.f4f5198c34246p-5 + ((t) * (t)) * \
    (-0x1.171749a7a841ep-10 + ((t) * (t)) * \
    (-0x1.196814f27e65dp-17 + ((t) * (t)) * \
    (-0x1.38ff023ad21ebp-25)))))

#define MILLS_SHIFT (0x1.1a7b9611a7b96p+0)
#define MILLS_POLYNOMIAL(t) \
    ((0x1.cda93a9b51eeap-2 + ((t) * (t)) * \
    (-0x1.5abd803643119p-6 + ((t) * (t)) * \
    (-0x1.cce87ef0efd04p-5 + ((t) * (t)) * \
    (-0x1.bc9717643ca7ap-7 + ((t) * (t)) * \
    (0x1.2b62c08b1092bp-11 + ((t) * (t)) * \
    (0x1.146586380d1fdp-16 + ((t) * (t)) * \
    (-0x1.ec7ed2ff5d4f9p-18 + ((t) * (t)) * \
    (0x1.439fa2514c4d1p-20 + ((t) * (t)) * \
    (-0x1.28959cc623d1ep-23 + ((t) * (t)) * \
    (0x1.44f9f4b4af2d4p-28 + ((t) * (t)) * \
    (0x1.5aab1d92fb6abp-29 + ((t) * (t)) * \
    (-0x1.16c161b149b27p-31)))))))))))) + (t) * \
    (-0x1.affa54b75b81p-5 + ((t) * (t)) * \
    (0x1.dd12cc6816b76p-5 + ((t) * (t)) * \
    (0x1.1a885d70f8d25p-5 + ((t) * (t)) * \
    (0x1.434df1bf77982p-9 + ((t) * (t)) * \
    (-0x1.bc5d0e3f8af48p-12 + ((t) * (t)) * \
    (0x1.b0ff1243e508dp-15 + ((t) * (t)) * \
    (-0x1.cf52408fe8d0cp-18 + ((t) * (t)) * \
    (0x1.24521fc8ce056p-20 + ((t) * (t)) * \
    (-0x1.9b73ebcc86d8bp-23 + ((t) * (t)) * \
    (0x1.20b5206b5c78ep-25 + ((t) * (t)) * \
    (-0x1.5783028e7bec2p-28 + ((t) * (t)) * \
    (0x1.eef50d35f272ep-32)))))))))))))

#define EXPM1_0 (0x1.0000000000001p-1)
#define EXPM1_1 (0x1.5555555555556p-3)
#define EXPM1_2 (0x1.5555555553d64p-5)
#define EXPM1_3 (0x1.11111111109b4p-7)
#define EXPM1_4 (0x1.6c16c1788b646p-10)
#define EXPM1_5 (0x1.a01a01a7c3d59p-13)
#define EXPM1_6 (0x1.a019b90eefe8ep-16)
#define EXPM1_7 (0x1.71de0daf7a6ccp-19)
#define EXPM1_8 (0x1.2891834686c7ep-22)
#define EXPM1_9 (0x1.af38a71a18cb9p-26)

#define LOG1P_0 (0x1.5555555555555p-1)
#define LOG1P_1 (0x1.9999999999805p-2)
#define LOG1P_2 (0x1.2492492492321p-2)
#define LOG1P_3 (0x1.c71c71cd81f5p-3)
#define LOG1P_4 (0x1.745d174ba8a3p-3)
#define LOG1P_5 (0x1.3b13794e7dac2p-3)
#define LOG1P_6 (0x1.1110de00e8d4fp-3)
#define LOG1P_7 (0x1.e34bed6146753p-4)
#define LOG1P_8 (0x1.b072fe462e574p-4)

/* clang-format on */

#endif

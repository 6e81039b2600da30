// Unicode 15.0.0, written by RegexCore/Unicode/Generation/generate.py. Change it there.

extension NamedScalars {
    /// Values of Script_Extensions that differ from the script of the same name.
    static let scriptExtensions: [NamedScalars] = [
        NamedScalars(short: "Adlm", long: "Adlam", encoded: "1@}^1^^3HE}2ibgb_"),
        NamedScalars(
            short: "Arab", long: "Arabic",
            encoded: """
                1@^b_6t_1_2n1m7n|__d2g_z1LBn3pn=z`1se^1^m3nb_4dOay2Kb|3|`1GH^a_x___^`^_g_a_^_^d^b^_^_^_`___^`^_^_^_^_^\
                ___^`a_d_a_a_^_g_nc`_b_n1r_
                """),
        NamedScalars(
            short: "Beng", long: "Bengali",
            encoded: "2:o_o_xa_e`_`s_d_^aa`f`_`af^b__b`v4Fo^_^`__^f^f^`^b^``12Ow^"),
        NamedScalars(short: "Bopo", long: "Bopomofo", encoded: "Gh_;8s`bg_jha`^d^6a^g1h3n}1C4c_8xb"),
        NamedScalars(short: "Bugi", long: "Buginese", encoded: "6@^y`_13Mm^"),
        NamedScalars(short: "Buhd", long: "Buhid", encoded: "5Is_gq"),
        NamedScalars(short: "Cakm", long: "Chakma", encoded: "2?dg1Bng205t1r_o"),
        NamedScalars(short: "Copt", long: "Coptic", also: "Qaac", encoded: "O`k:4n3qcd1E?^y"),
        NamedScalars(short: "Cpmn", long: "Cypro_Minoan", encoded: "208^_;Dl3`"),
        NamedScalars(short: "Cprt", long: "Cypriot", encoded: "208^`b1jaf1F^c`^_1i__a^`^"),
        NamedScalars(short: "Cyrl", long: "Cyrillic", encoded: "10^9m5Jnf5`^2j^3}^3Oe}2a^MOz2}ELl_1H@^1{1_^"),
        NamedScalars(short: "Deva", long: "Devanagari", encoded: "28^2p`1h4Jn1d__Ot^11I}g5d}L@^g"),
        NamedScalars(short: "Dogr", long: "Dogra", encoded: "2;bi17F^gKNd1y"),
        NamedScalars(short: "Dupl", long: "Duployan", encoded: "3?0^3hcjafeg`e"),
        NamedScalars(short: "Geor", long: "Georgian", encoded: "45^1c_^c^`1m2Ln1h``42^1c_^c^"),
        NamedScalars(short: "Glag", long: "Glagolitic", encoded: "14b^`^9Kv2}?a^N1i^2><nd_n`d___b"),
        NamedScalars(short: "Gong", long: "Gunjala_Gondi", encoded: "2;b_24Oxc___1b___ceg"),
        NamedScalars(short: "Gonm", long: "Masaram_Gondi", encoded: "2;b_24Lxd___1ia^___ffg"),
        NamedScalars(
            short: "Gran", long: "Grantha",
            encoded: "2:o_o_D^k46z^__|`a_Ot^1L@ma_e`_`s_d___b_g`_```^d^cd`dab32y__^"),
        NamedScalars(
            short: "Grek", long: "Greek",
            encoded: """
                J`^`^1ha_``a_^b^_^_`_^_q_1|lm69db1pbbb2r`9|s`c`1c`c`e_^_^_^_|`1r_l_k`c_p``_f9e^12A|^E>x2lo^1D2}2c
                """),
        NamedScalars(short: "Gujr", long: "Gujarati", encoded: "2:o_o_8y`_f_`_s_d___b`g_`_``^ma`ied179ng"),
        NamedScalars(short: "Guru", long: "Gurmukhi", encoded: "2:o_o_4y`_cb_`s_d______`^_bb_``a^ea_^en17=wg"),
        NamedScalars(
            short: "Hang", long: "Hangul",
            encoded: "48^7}7@_`bg_jl`d^6a^1s2{3o|2_|MG_zDa:Majtb1n9Bg_8xb1x|ac`c`c``"),
        NamedScalars(
            short: "Hani", long: "Han",
            encoded: """
                ;D^w_2vj6s1i`_j_j_j`^df5y^4rm1^1a1z1e1v1nmi1q^2vvhb3^|_6=}2^D?}1H^eD?v;k`3gKi_8xbL3z_j_HKlo7F|_3=l19F}\
                1^41wd6{`5D_l79n30}@{1?`4Jhc42}
                """),
        NamedScalars(short: "Hano", long: "Hanunoo", encoded: "5I^t"),
        NamedScalars(short: "Hira", long: "Hiragana", encoded: "<0_`bg_jnc_^b_a2s`e2x_1C:f_8xbh^1k_1<3_8|p^{`@5k^"),
        NamedScalars(short: "Java", long: "Javanese", encoded: "1:<^2k_hb_"),
        NamedScalars(short: "Kali", long: "Kayah_Li", encoded: "1:8^1m"),
        NamedScalars(
            short: "Kana", long: "Katakana",
            encoded: "<0_`bg_jnc_^b_2yaa2}7nm6n1l_2u1BGk_8x1|1<2na_d___^8}`1p^la"),
        NamedScalars(short: "Khoj", long: "Khojki", encoded: "2Gdg17:^gJ>do_1l"),
        NamedScalars(short: "Knda", long: "Kannada", encoded: "2:o_o_Hxj_`_t_g_b`f_`_ae_d__a`g_`3Nz^_^e^u^_^12Iyc"),
        NamedScalars(short: "Kthi", long: "Kaithi", encoded: "2;dg17F^gJ2d2`h^"),
        NamedScalars(
            short: "Latn", long: "Latin",
            encoded: """
                2_wdw1m^m^ct_|_>^1eb3|j8s_16h_1Mf^30b1cd1ncacj_2c2_7}9m^2_^k^nj2q^1w_d^y^o1f2Fu}ND^ex3ca1}c__^_bvk9l^@\
                _1h_f_aCLtd10xwdw21cc_1g_f1EJc|dc
                """),
        NamedScalars(short: "Limb", long: "Limbu", encoded: "2;c^3Lx|_ibib^ai"),
        NamedScalars(short: "Lina", long: "Linear_A", encoded: "208e1j16j9tgshe"),
        NamedScalars(short: "Linb", long: "Linear_B", encoded: "200^i_w_p___l`k1`3xc`b1jaf"),
        NamedScalars(short: "Mahj", long: "Mahajani", encoded: "2;bi17F^gJ8t1d"),
        NamedScalars(short: "Mand", long: "Mandaic", encoded: "1B^^?}y`^"),
        NamedScalars(short: "Mani", long: "Manichaean", encoded: "1B^^213}1dbi"),
        NamedScalars(short: "Mlym", long: "Malayalam", encoded: "2:o_o_Lxj_`_1p_`_cbm`w3Jx^12Js`"),
        NamedScalars(short: "Modi", long: "Modi", encoded: "1:1ngK>d2big"),
        NamedScalars(short: "Mong", long: "Mongolian", encoded: "60^wd2ve1h1Lb^1MAnj"),
        NamedScalars(short: "Mult", long: "Multani", encoded: "2Cdg220nd_^_a_l_h"),
        NamedScalars(short: "Mymr", long: "Myanmar", encoded: "40^4}164l^5o|3_}"),
        NamedScalars(short: "Nand", long: "Nandinagari", encoded: "2;b_L^g3Ow^f^e^12IscL;he`1k`h"),
        NamedScalars(short: "Nkoo", long: "Nko", encoded: "1@j^l^a^=^1x``1M9|_"),
        NamedScalars(short: "Orya", long: "Oriya", encoded: "2:o_o_<y`_e`_`s_d___b`f`_``e`b__b`o4;`^u^"),
        NamedScalars(short: "Ougr", long: "Old_Uyghur", encoded: "1B^^215o^13{w"),
        NamedScalars(short: "Perm", long: "Old_Permic", encoded: "14a^1OFj1h"),
        NamedScalars(short: "Phag", long: "Phags_Pa", encoded: "60`__^141x1u"),
        NamedScalars(short: "Phlp", long: "Psalter_Pahlavi", encoded: "1B^^219}oeajd"),
        NamedScalars(short: "Rohg", long: "Hanifi_Rohingya", encoded: "1@j^l^a^1^^4q^21Ai1efg"),
        NamedScalars(short: "Shrd", long: "Sharada", encoded: "2:o^4Lc^_^`_`^1M4}2}"),
        NamedScalars(short: "Sind", long: "Khudawadi", encoded: "2;b_17FhgJCt1xcg"),
        NamedScalars(short: "Sinh", long: "Sinhala", encoded: "2;b_10y`_oau_f_^`da^bc_^_edg``20Ojq"),
        NamedScalars(short: "Sogd", long: "Sogdian", encoded: "1B^^227m1g"),
        NamedScalars(short: "Sylo", long: "Syloti_Nagri", encoded: "2;b_4^g17@n1j"),
        NamedScalars(short: "Syrc", long: "Syriac", encoded: "1@j^l_`^1^^hhx^4mk_1y``8nh5<k^_^"),
        NamedScalars(short: "Tagb", long: "Tagbanwa", encoded: "5Is_1gj_`__"),
        NamedScalars(short: "Takr", long: "Takri", encoded: "2;b_17FhgKBd1wdg"),
        NamedScalars(short: "Tale", long: "Tai_Le", encoded: "42^g28d{`b"),
        NamedScalars(
            short: "Taml", long: "Tamil",
            encoded: "2:o_o_@z__ca`_aa__^__a_a`aibba`_a`^d^lr46}^130v^J@k^_^1u_34a1ok^"),
        NamedScalars(short: "Telu", long: "Telugu", encoded: "2:o_o_Dxj_`_t_m`f_`_ae__``^`a`gef42x^u^"),
        NamedScalars(short: "Tglg", long: "Tagalog", encoded: "5H^sg^s_"),
        NamedScalars(short: "Thaa", long: "Thaana", encoded: "1@j^l_`^2^g8t1o1MB^^h^"),
        NamedScalars(short: "Tirh", long: "Tirhuta", encoded: "2:o_o_4Lj^12I{gK2d2efg"),
        NamedScalars(short: "Yezi", long: "Yezidi", encoded: "1@j^l^a^2^g220t1g_``_"),
        NamedScalars(short: "Yiii", long: "Yi", encoded: "<0__cg`e6}^KHb14ja1tFDxb"),
        NamedScalars(
            short: "Zinh", long: "Inherited", also: "Qaai",
            encoded: "H^2____z1?n_4:y|Gq1s_^_b@j_6`}1G8nmnkNm^1C8`1k`tA^`oe`d|aH;Jp7m"),
        NamedScalars(
            short: "Zyyy", long: "Common",
            encoded: """
                ^2^xcx1l_l_bu^}^>_1dcb`q3r^g^d^_^C{^6u^@b^1:z^<sa1Hp`28pi`1^_1r_hah_lo1^1}1c_``c_x_n1g`bDtwhsL}8^Cq`}_\
                3f@^2`_w<pib^a^k^k^s^@ou}^1olja5_gc2}}^6>^1}F8fw3d`Nn^l_DEbgtr`i_p_a4q^_}xcxc3}d_dhb<pj1q1j1C:q3q1z7sh\
                1d`1{anf_e{b1z6sqjqj2tyd4e2r_2d__`^`_`a_i_^_d_2^_a`e_d_y_a_b_^ad_:q`9a`1o53o2a2j1zF`1ib3ajl`l_l_1bh5k1\
                vw__k1ibfuc4xNubnaja3tb2|dib^mib1ufgd1ef{`_2l:qjk`jafe1k_dfkbfefe4p_1t1cgH10e^|2}
                """),
    ]
}

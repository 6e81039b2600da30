// Unicode 15.0.0, written by RegexCore/Unicode/Generation/generate.py. Change it there.

extension NamedScalars {
    /// Values of Script_Extensions that differ from the script of the same name.
    static let scriptExtensions: [NamedScalars] = [
        NamedScalars("Adlm", "Adlam", "1@}^1^^3HE}2ibgb_"),
        NamedScalars(
            "Arab", "Arabic",
            """
            1@^b_6t_1_2n1m7n|__d2g_z1LBn3pn=z`1se^1^m3nb_4dOay2Kb|3|`1GH^a_x___^`^_g_a_^_^d^b^_^_^_`___^`^_^_^_^_^___^\
            `a_d_a_a_^_g_nc`_b_n1r_
            """),
        NamedScalars("Beng", "Bengali", "2:o_o_xa_e`_`s_d_^aa`f`_`af^b__b`v4Fo^_^`__^f^f^`^b^``12Ow^"),
        NamedScalars("Bopo", "Bopomofo", "Gh_;8s`bg_jha`^d^6a^g1h3n}1C4c_8xb"),
        NamedScalars("Bugi", "Buginese", "6@^y`_13Mm^"),
        NamedScalars("Buhd", "Buhid", "5Is_gq"),
        NamedScalars("Cakm", "Chakma", "2?dg1Bng205t1r_o"),
        NamedScalars("Copt", "Coptic", also: "Qaac", "O`k:4n3qcd1E?^y"),
        NamedScalars("Cpmn", "Cypro_Minoan", "208^_;Dl3`"),
        NamedScalars("Cprt", "Cypriot", "208^`b1jaf1F^c`^_1i__a^`^"),
        NamedScalars("Cyrl", "Cyrillic", "10^9m5Jnf5`^2j^3}^3Oe}2a^MOz2}ELl_1H@^1{1_^"),
        NamedScalars("Deva", "Devanagari", "28^2p`1h4Jn1d__Ot^11I}g5d}L@^g"),
        NamedScalars("Dogr", "Dogra", "2;bi17F^gKNd1y"),
        NamedScalars("Dupl", "Duployan", "3?0^3hcjafeg`e"),
        NamedScalars("Geor", "Georgian", "45^1c_^c^`1m2Ln1h``42^1c_^c^"),
        NamedScalars("Glag", "Glagolitic", "14b^`^9Kv2}?a^N1i^2><nd_n`d___b"),
        NamedScalars("Gong", "Gunjala_Gondi", "2;b_24Oxc___1b___ceg"),
        NamedScalars("Gonm", "Masaram_Gondi", "2;b_24Lxd___1ia^___ffg"),
        NamedScalars("Gran", "Grantha", "2:o_o_D^k46z^__|`a_Ot^1L@ma_e`_`s_d___b_g`_```^d^cd`dab32y__^"),
        NamedScalars(
            "Grek", "Greek",
            """
            J`^`^1ha_``a_^b^_^_`_^_q_1|lm69db1pbbb2r`9|s`c`1c`c`e_^_^_^_|`1r_l_k`c_p``_f9e^12A|^E>x2lo^1D2}2c
            """),
        NamedScalars("Gujr", "Gujarati", "2:o_o_8y`_f_`_s_d___b`g_`_``^ma`ied179ng"),
        NamedScalars("Guru", "Gurmukhi", "2:o_o_4y`_cb_`s_d______`^_bb_``a^ea_^en17=wg"),
        NamedScalars("Hang", "Hangul", "48^7}7@_`bg_jl`d^6a^1s2{3o|2_|MG_zDa:Majtb1n9Bg_8xb1x|ac`c`c``"),
        NamedScalars(
            "Hani", "Han",
            """
            ;D^w_2vj6s1i`_j_j_j`^df5y^4rm1^1a1z1e1v1nmi1q^2vvhb3^|_6=}2^D?}1H^eD?v;k`3gKi_8xbL3z_j_HKlo7F|_3=l19F}1^41\
            wd6{`5D_l79n30}@{1?`4Jhc42}
            """),
        NamedScalars("Hano", "Hanunoo", "5I^t"),
        NamedScalars("Hira", "Hiragana", "<0_`bg_jnc_^b_a2s`e2x_1C:f_8xbh^1k_1<3_8|p^{`@5k^"),
        NamedScalars("Java", "Javanese", "1:<^2k_hb_"),
        NamedScalars("Kali", "Kayah_Li", "1:8^1m"),
        NamedScalars("Kana", "Katakana", "<0_`bg_jnc_^b_2yaa2}7nm6n1l_2u1BGk_8x1|1<2na_d___^8}`1p^la"),
        NamedScalars("Khoj", "Khojki", "2Gdg17:^gJ>do_1l"),
        NamedScalars("Knda", "Kannada", "2:o_o_Hxj_`_t_g_b`f_`_ae_d__a`g_`3Nz^_^e^u^_^12Iyc"),
        NamedScalars("Kthi", "Kaithi", "2;dg17F^gJ2d2`h^"),
        NamedScalars(
            "Latn", "Latin",
            """
            2_wdw1m^m^ct_|_>^1eb3|j8s_16h_1Mf^30b1cd1ncacj_2c2_7}9m^2_^k^nj2q^1w_d^y^o1f2Fu}ND^ex3ca1}c__^_bvk9l^@_1h_\
            f_aCLtd10xwdw21cc_1g_f1EJc|dc
            """),
        NamedScalars("Limb", "Limbu", "2;c^3Lx|_ibib^ai"),
        NamedScalars("Lina", "Linear_A", "208e1j16j9tgshe"),
        NamedScalars("Linb", "Linear_B", "200^i_w_p___l`k1`3xc`b1jaf"),
        NamedScalars("Mahj", "Mahajani", "2;bi17F^gJ8t1d"),
        NamedScalars("Mand", "Mandaic", "1B^^?}y`^"),
        NamedScalars("Mani", "Manichaean", "1B^^213}1dbi"),
        NamedScalars("Mlym", "Malayalam", "2:o_o_Lxj_`_1p_`_cbm`w3Jx^12Js`"),
        NamedScalars("Modi", "Modi", "1:1ngK>d2big"),
        NamedScalars("Mong", "Mongolian", "60^wd2ve1h1Lb^1MAnj"),
        NamedScalars("Mult", "Multani", "2Cdg220nd_^_a_l_h"),
        NamedScalars("Mymr", "Myanmar", "40^4}164l^5o|3_}"),
        NamedScalars("Nand", "Nandinagari", "2;b_L^g3Ow^f^e^12IscL;he`1k`h"),
        NamedScalars("Nkoo", "Nko", "1@j^l^a^=^1x``1M9|_"),
        NamedScalars("Orya", "Oriya", "2:o_o_<y`_e`_`s_d___b`f`_``e`b__b`o4;`^u^"),
        NamedScalars("Ougr", "Old_Uyghur", "1B^^215o^13{w"),
        NamedScalars("Perm", "Old_Permic", "14a^1OFj1h"),
        NamedScalars("Phag", "Phags_Pa", "60`__^141x1u"),
        NamedScalars("Phlp", "Psalter_Pahlavi", "1B^^219}oeajd"),
        NamedScalars("Rohg", "Hanifi_Rohingya", "1@j^l^a^1^^4q^21Ai1efg"),
        NamedScalars("Shrd", "Sharada", "2:o^4Lc^_^`_`^1M4}2}"),
        NamedScalars("Sind", "Khudawadi", "2;b_17FhgJCt1xcg"),
        NamedScalars("Sinh", "Sinhala", "2;b_10y`_oau_f_^`da^bc_^_edg``20Ojq"),
        NamedScalars("Sogd", "Sogdian", "1B^^227m1g"),
        NamedScalars("Sylo", "Syloti_Nagri", "2;b_4^g17@n1j"),
        NamedScalars("Syrc", "Syriac", "1@j^l_`^1^^hhx^4mk_1y``8nh5<k^_^"),
        NamedScalars("Tagb", "Tagbanwa", "5Is_1gj_`__"),
        NamedScalars("Takr", "Takri", "2;b_17FhgKBd1wdg"),
        NamedScalars("Tale", "Tai_Le", "42^g28d{`b"),
        NamedScalars("Taml", "Tamil", "2:o_o_@z__ca`_aa__^__a_a`aibba`_a`^d^lr46}^130v^J@k^_^1u_34a1ok^"),
        NamedScalars("Telu", "Telugu", "2:o_o_Dxj_`_t_m`f_`_ae__``^`a`gef42x^u^"),
        NamedScalars("Tglg", "Tagalog", "5H^sg^s_"),
        NamedScalars("Thaa", "Thaana", "1@j^l_`^2^g8t1o1MB^^h^"),
        NamedScalars("Tirh", "Tirhuta", "2:o_o_4Lj^12I{gK2d2efg"),
        NamedScalars("Yezi", "Yezidi", "1@j^l^a^2^g220t1g_``_"),
        NamedScalars("Yiii", "Yi", "<0__cg`e6}^KHb14ja1tFDxb"),
        NamedScalars(
            "Zinh", "Inherited", also: "Qaai",
            "H^2____z1?n_4:y|Gq1s_^_b@j_6`}1G8nmnkNm^1C8`1k`tA^`oe`d|aH;Jp7m"),
        NamedScalars(
            "Zyyy", "Common",
            """
            ^2^xcx1l_l_bu^}^>_1dcb`q3r^g^d^_^C{^6u^@b^1:z^<sa1Hp`28pi`1^_1r_hah_lo1^1}1c_``c_x_n1g`bDtwhsL}8^Cq`}_3f@^\
            2`_w<pib^a^k^k^s^@ou}^1olja5_gc2}}^6>^1}F8fw3d`Nn^l_DEbgtr`i_p_a4q^_}xcxc3}d_dhb<pj1q1j1C:q3q1z7sh1d`1{anf\
            _e{b1z6sqjqj2tyd4e2r_2d__`^`_`a_i_^_d_2^_a`e_d_y_a_b_^ad_:q`9a`1o53o2a2j1zF`1ib3ajl`l_l_1bh5k1vw__k1ibfuc4\
            xNubnaja3tb2|dib^mib1ufgd1ef{`_2l:qjk`jafe1k_dfkbfefe4p_1t1cgH10e^|2}
            """),
    ]
}

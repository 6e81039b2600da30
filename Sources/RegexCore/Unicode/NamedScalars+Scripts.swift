// Unicode 15.0.0, written by RegexCore/Unicode/Generation/generate.py. Change it there.

extension NamedScalars {
    /// All values of Script.
    static let scripts: [NamedScalars] = [
        NamedScalars(short: "Adlm", long: "Adlam", encoded: "3J8^2ibgb_"),
        NamedScalars(short: "Aghb", long: "Caucasian_Albanian", encoded: "219n1qi^"),
        NamedScalars(short: "Ahom", long: "Ahom", encoded: "25H^x`lbt"),
        NamedScalars(
            short: "Arab", long: "Arabic",
            encoded: """
                1@^b_c_k_`_}_giw_3i_1_2n1m7n|__d2g_z1LBn3pn;h`2m`1se^1^m3nb_4d3Ka|3|`1GH^a_x___^`^_g_a_^_^d^b^_^_^_`__\
                _^`^_^_^_^_^___^`a_d_a_a_^_g_nc`_b_n1r_
                """),
        NamedScalars(short: "Armi", long: "Imperial_Aramaic", encoded: "222^s_f"),
        NamedScalars(short: "Armn", long: "Armenian", encoded: "19o1c`1o``1M<ab"),
        NamedScalars(short: "Avst", long: "Avestan", encoded: "22H^1sad"),
        NamedScalars(short: "Bali", long: "Balinese", encoded: "6H^2ja1l"),
        NamedScalars(short: "Bamu", long: "Bamum", encoded: "19E^2u1@8fAv"),
        NamedScalars(short: "Bass", long: "Bassa_Vah", encoded: "2JFn{`c"),
        NamedScalars(short: "Batk", long: "Batak", encoded: "6N^1qfa"),
        NamedScalars(short: "Beng", long: "Bengali", encoded: "2<^a_e`_`s_d_^aa`f`_`af^b__b`v"),
        NamedScalars(short: "Bhks", long: "Bhaiksuki", encoded: "270^f_1j_khz"),
        NamedScalars(short: "Bopo", long: "Bopomofo", encoded: "Gh_;@w1h3n}"),
        NamedScalars(short: "Brah", long: "Brahmi", encoded: "240^2kb1ag^"),
        NamedScalars(short: "Brai", long: "Braille", encoded: ":0^7}"),
        NamedScalars(short: "Bugi", long: "Buginese", encoded: "6@^y`_"),
        NamedScalars(short: "Buhd", long: "Buhid", encoded: "5J^q"),
        NamedScalars(short: "Cakm", long: "Chakma", encoded: "248^1r_o"),
        NamedScalars(short: "Cans", long: "Canadian_Aboriginal", encoded: "50^C}An2c20=xm"),
        NamedScalars(short: "Cari", long: "Carian", encoded: "20E^1n"),
        NamedScalars(short: "Cham", long: "Cham", encoded: "1:@^1tgk`g`a"),
        NamedScalars(short: "Cher", long: "Cherokee", encoded: "4M^2s`c15Kp2m"),
        NamedScalars(short: "Chrs", long: "Chorasmian", encoded: "23Mny"),
        NamedScalars(short: "Copt", long: "Coptic", also: "Qaac", encoded: "O`k:4n3qcd"),
        NamedScalars(short: "Cpmn", long: "Cypro_Minoan", encoded: "2;Ln3`"),
        NamedScalars(short: "Cprt", long: "Cypriot", encoded: "220^c`^_1i__a^`^"),
        NamedScalars(short: "Cyrl", long: "Cyrillic", encoded: "10^4b`5f5Jnf5`^2j^43e}N2^2}ELl_1H@^1{1_^"),
        NamedScalars(short: "Deva", long: "Devanagari", encoded: "28^2nbl`w17K^}L@^g"),
        NamedScalars(short: "Diak", long: "Dives_Akuru", encoded: "268^d`^`e___{__`igg"),
        NamedScalars(short: "Dogr", long: "Dogra", encoded: "260^1y"),
        NamedScalars(short: "Dsrt", long: "Deseret", encoded: "210^2m"),
        NamedScalars(short: "Dupl", long: "Duployan", encoded: "3?0^3hcjafeg`a"),
        NamedScalars(short: "Egyp", long: "Egyptian_Hieroglyphs", encoded: "2<0^12s"),
        NamedScalars(short: "Elba", long: "Elbasan", encoded: "218^1e"),
        NamedScalars(short: "Elym", long: "Elymaic", encoded: "23O^t"),
        NamedScalars(
            short: "Ethi", long: "Ethiopic",
            encoded: """
                4@^2f_a`d_^_a`1f_a`1^_a`d_^_a`l_1v_a`2``}aw6?dtgd_d_d_d_d_d_d_dO9`c`c`cgd_d2?5od_a___l
                """),
        NamedScalars(short: "Geor", long: "Georgian", encoded: "45^1c_^c^`1h_a2Ln1h``42^1c_^c^"),
        NamedScalars(short: "Glag", long: "Glagolitic", encoded: ";0^2}3<M^d_n`d___b"),
        NamedScalars(short: "Gong", long: "Gunjala_Gondi", encoded: "27;^c___1b___ceg"),
        NamedScalars(short: "Gonm", long: "Masaram_Gondi", encoded: "278^d___1ia^___ffg"),
        NamedScalars(short: "Goth", long: "Gothic", encoded: "20Inx"),
        NamedScalars(short: "Gran", long: "Grantha", encoded: "24H^a_e`_`s_d___b`f`_```^d^cd`dab"),
        NamedScalars(
            short: "Grek", long: "Greek",
            encoded: """
                Kna_``a_^b^_^_`_^_q_1|lm69db1pbbb2r^:^s`c`1c`c`e_^_^_^_|`1r_l_k`c_p``_f9e^12A|^E>x2lo^1D2}2c
                """),
        NamedScalars(short: "Gujr", long: "Gujarati", encoded: "2D_`_f_`_s_d___b`g_`_``^ma`ied"),
        NamedScalars(short: "Guru", long: "Gurmukhi", encoded: "2@_`_cb_`s_d______`^_bb_``a^ea_^en"),
        NamedScalars(short: "Hang", long: "Hangul", encoded: "48^7}7Al_8_2{3o|2_|MG_zDa:Majtb1n9Mb|ac`c`c``"),
        NamedScalars(
            short: "Hani", long: "Han",
            encoded: ";D^w_2vj6s1m^_^wflaNb6=}2^D?}F8^;k`3gM8f_j_140l19F}1^41wd6{`5D_l79n30}@{1?`4Jhc42}"),
        NamedScalars(short: "Hano", long: "Hanunoo", encoded: "5I^r"),
        NamedScalars(short: "Hatr", long: "Hatran", encoded: "227^p__cb"),
        NamedScalars(short: "Hebr", long: "Hebrew", encoded: "1<o1tfxbc1M9fw_b_^_____g"),
        NamedScalars(short: "Hira", long: "Hiragana", encoded: "<2_2sd`2OK_8|p^{`@5k^"),
        NamedScalars(short: "Hluw", long: "Anatolian_Hieroglyphs", encoded: "2A0^Bd"),
        NamedScalars(short: "Hmng", long: "Pahawh_Hmong", encoded: "2JH^2chg_d_rcp"),
        NamedScalars(short: "Hmnp", long: "Nyiakeng_Puachue_Hmong", encoded: "3H8^1jak`gb_"),
        NamedScalars(short: "Hrkt", long: "Katakana_Or_Hiragana", encoded: ""),
        NamedScalars(short: "Hung", long: "Old_Hungarian", encoded: "234^1pk1pec"),
        NamedScalars(short: "Ital", long: "Old_Italic", encoded: "20H^1ag`"),
        NamedScalars(short: "Java", long: "Javanese", encoded: "1:<^2k`gb_"),
        NamedScalars(short: "Kali", long: "Kayah_Li", encoded: "1:8^1k_^"),
        NamedScalars(short: "Kana", long: "Katakana", encoded: "<5_2w``7nm6n1l_2u1C0lg_1j1<2pa_d___^8}`1p^la"),
        NamedScalars(short: "Kawi", long: "Kawi", encoded: "27H^n_1fay"),
        NamedScalars(short: "Khar", long: "Kharoshthi", encoded: "22@^a__ce_`_z``bgef"),
        NamedScalars(short: "Khmr", long: "Khmer", encoded: "5L^2{`gdg?d}"),
        NamedScalars(short: "Khoj", long: "Khojki", encoded: "24@^o_1l"),
        NamedScalars(short: "Kits", long: "Khitan_Small_Script", encoded: "2KOb^6Hy>s"),
        NamedScalars(short: "Knda", long: "Kannada", encoded: "34^j_`_t_g_b`f_`_ae_d__a`g_`"),
        NamedScalars(short: "Kthi", long: "Kaithi", encoded: "244^2`h^"),
        NamedScalars(short: "Lana", long: "Tai_Tham", encoded: "6A^1|_z`hdgdk"),
        NamedScalars(short: "Laoo", long: "Lao", encoded: "3D___^_b_u_^_t`b_^_d_g`a"),
        NamedScalars(
            short: "Latn", long: "Latin",
            encoded: """
                2_wdw1m^m^ct_|_>^1eb6@y1cd1ncacj_2c2_7};o^k^nj4k_d^y^o1f2Fu}NE`3ca1}c__^_bvkIn1h_f_aCLtd10xwdw21cc_1g_\
                f1EJc|dc
                """),
        NamedScalars(short: "Lepc", long: "Lepcha", encoded: "70^1uala`"),
        NamedScalars(short: "Limb", long: "Limbu", encoded: "68^|_ibib^ai"),
        NamedScalars(short: "Lina", long: "Linear_A", encoded: "21@^9tgshe"),
        NamedScalars(short: "Linb", long: "Linear_B", encoded: "200^i_w_p___l`k1`3x"),
        NamedScalars(short: "Lisu", long: "Lisu", encoded: "196n1mNEn^"),
        NamedScalars(short: "Lyci", long: "Lycian", encoded: "20D^z"),
        NamedScalars(short: "Lydi", long: "Lydian", encoded: "229^wc^"),
        NamedScalars(short: "Mahj", long: "Mahajani", encoded: "24:n1d"),
        NamedScalars(short: "Maka", long: "Makasar", encoded: "27G^v"),
        NamedScalars(short: "Mand", long: "Mandaic", encoded: "22^y`^"),
        NamedScalars(short: "Mani", long: "Manichaean", encoded: "22F^1dbi"),
        NamedScalars(short: "Marc", long: "Marchen", encoded: "273n}`s_k"),
        NamedScalars(short: "Medf", long: "Medefaidrin", encoded: "2KB^2x"),
        NamedScalars(short: "Mend", long: "Mende_Kikakui", encoded: "3J0^6b`m"),
        NamedScalars(short: "Merc", long: "Meroitic_Cursive", encoded: "22=^ubq`1k"),
        NamedScalars(short: "Mero", long: "Meroitic_Hieroglyphs", encoded: "22<^}"),
        NamedScalars(short: "Mlym", long: "Malayalam", encoded: "38^j_`_1p_`_cbm`w"),
        NamedScalars(short: "Modi", long: "Modi", encoded: "25@^2big"),
        NamedScalars(short: "Mong", long: "Mongolian", encoded: "60^_`^_qd2ve1h1O=sj"),
        NamedScalars(short: "Mroo", long: "Mro", encoded: "2JB^|_gb_"),
        NamedScalars(short: "Mtei", long: "Meetei_Mayek", encoded: "1:G^t6g1k`g"),
        NamedScalars(short: "Mult", long: "Multani", encoded: "24D^d_^_a_l_h"),
        NamedScalars(short: "Mymr", long: "Myanmar", encoded: "40^4}16:^|3_}"),
        NamedScalars(short: "Nagm", long: "Nag_Mundari", encoded: "3I6n1g"),
        NamedScalars(short: "Nand", long: "Nandinagari", encoded: "26=^e`1k`h"),
        NamedScalars(short: "Narb", long: "Old_North_Arabian", encoded: "22D^}"),
        NamedScalars(short: "Nbat", long: "Nabataean", encoded: "224^|ff"),
        NamedScalars(short: "Newa", long: "Newa", encoded: "250^2y_b"),
        NamedScalars(short: "Nkoo", long: "Nko", encoded: "1N^1x``"),
        NamedScalars(short: "Nshu", long: "Nushu", encoded: "2KO_^@<l<i"),
        NamedScalars(short: "Ogam", long: "Ogham", encoded: "5D^z"),
        NamedScalars(short: "Olck", long: "Ol_Chiki", encoded: "72n1m"),
        NamedScalars(short: "Orkh", long: "Old_Turkic", encoded: "230^2f"),
        NamedScalars(short: "Orya", long: "Oriya", encoded: "2H_`_e`_`s_d___b`f`_``e`b__b`o"),
        NamedScalars(short: "Osge", long: "Osage", encoded: "215n1ab1a"),
        NamedScalars(short: "Osma", long: "Osmanya", encoded: "214^{`g"),
        NamedScalars(short: "Ougr", long: "Old_Uyghur", encoded: "23Knw"),
        NamedScalars(short: "Palm", long: "Palmyrene", encoded: "223^}"),
        NamedScalars(short: "Pauc", long: "Pau_Cin_Hau", encoded: "26F^1v"),
        NamedScalars(short: "Perm", long: "Old_Permic", encoded: "20Jn1h"),
        NamedScalars(short: "Phag", long: "Phags_Pa", encoded: "1:2^1u"),
        NamedScalars(short: "Phli", long: "Inscriptional_Pahlavi", encoded: "22K^pce"),
        NamedScalars(short: "Phlp", long: "Psalter_Pahlavi", encoded: "22L^oeajd"),
        NamedScalars(short: "Phnx", long: "Phoenician", encoded: "228^ya^"),
        NamedScalars(short: "Plrd", long: "Miao", encoded: "2KH^2hb1ven"),
        NamedScalars(short: "Prti", long: "Inscriptional_Parthian", encoded: "22J^s`e"),
        NamedScalars(short: "Rjng", long: "Rejang", encoded: "1:9n1ai^"),
        NamedScalars(short: "Rohg", long: "Hanifi_Rohingya", encoded: "238^1efg"),
        NamedScalars(short: "Runr", long: "Runic", encoded: "5E^2hah"),
        NamedScalars(short: "Samr", long: "Samaritan", encoded: "20^1k`l"),
        NamedScalars(short: "Sarb", long: "Old_South_Arabian", encoded: "22C^}"),
        NamedScalars(short: "Saur", long: "Saurashtra", encoded: "1:4^2cfi"),
        NamedScalars(short: "Sgnw", long: "SignWriting", encoded: "3F0^Dimb_l"),
        NamedScalars(short: "Shaw", long: "Shavian", encoded: "212n1m"),
        NamedScalars(short: "Shrd", long: "Sharada", encoded: "24<^2}"),
        NamedScalars(short: "Sidd", long: "Siddham", encoded: "25<^1s`1c"),
        NamedScalars(short: "Sind", long: "Khudawadi", encoded: "24En1xcg"),
        NamedScalars(short: "Sinh", long: "Sinhala", encoded: "3<_`_oau_f_^`da^bc_^_edg``20Ojq"),
        NamedScalars(short: "Sogd", long: "Sogdian", encoded: "23In1g"),
        NamedScalars(short: "Sogo", long: "Old_Sogdian", encoded: "23H^1e"),
        NamedScalars(short: "Sora", long: "Sora_Sompeng", encoded: "246nveg"),
        NamedScalars(short: "Soyo", long: "Soyombo", encoded: "26Bn2p"),
        NamedScalars(short: "Sund", long: "Sundanese", encoded: "6L^1}8^e"),
        NamedScalars(short: "Sylo", long: "Syloti_Nagri", encoded: "1:0^1j"),
        NamedScalars(short: "Syrc", long: "Syriac", encoded: "1H^k_1y``8nh"),
        NamedScalars(short: "Tagb", long: "Tagbanwa", encoded: "5K^j_`__"),
        NamedScalars(short: "Takr", long: "Takri", encoded: "25D^1wdg"),
        NamedScalars(short: "Tale", long: "Tai_Le", encoded: "6:n{`b"),
        NamedScalars(short: "Talu", long: "New_Tai_Lue", encoded: "6<^1ibwdha_"),
        NamedScalars(short: "Taml", long: "Tamil", encoded: "2L`__ca`_aa__^__a_a`aibba`_a`^d^lr24Nc1ok^"),
        NamedScalars(short: "Tang", long: "Tangut", encoded: "2KO^^}5OufG}@^f"),
        NamedScalars(short: "Tavt", long: "Tai_Viet", encoded: "1:D^2`vb"),
        NamedScalars(short: "Telu", long: "Telugu", encoded: "30^j_`_t_m`f_`_ae__``^`a`gef"),
        NamedScalars(short: "Tfng", long: "Tifinagh", encoded: ";9n1ue_l^"),
        NamedScalars(short: "Tglg", long: "Tagalog", encoded: "5H^sg^"),
        NamedScalars(short: "Thaa", long: "Thaana", encoded: "1L^1o"),
        NamedScalars(short: "Thai", long: "Thai", encoded: "3@_1wcy"),
        NamedScalars(short: "Tibt", long: "Tibetan", encoded: "3H^2e_1ab1d_1a_l_db_"),
        NamedScalars(short: "Tirh", long: "Tirhuta", encoded: "254^2efg"),
        NamedScalars(short: "Tnsa", long: "Tangsa", encoded: "2JCn2l_g"),
        NamedScalars(short: "Toto", long: "Toto", encoded: "3HDn|"),
        NamedScalars(short: "Ugar", long: "Ugaritic", encoded: "20L^{_^"),
        NamedScalars(short: "Vaii", long: "Vai", encoded: "198^9i"),
        NamedScalars(short: "Vith", long: "Vithkuqi", encoded: "21;nh_l_d___h_l_d__"),
        NamedScalars(short: "Wara", long: "Warang_Citi", encoded: "265^2pj^"),
        NamedScalars(short: "Wcho", long: "Wancho", encoded: "3HF^1wc^"),
        NamedScalars(short: "Xpeo", long: "Old_Persian", encoded: "20M^1abk"),
        NamedScalars(short: "Xsux", long: "Cuneiform", encoded: "280^Lw3d3l_bi6a"),
        NamedScalars(short: "Yezi", long: "Yezidi", encoded: "23D^1g_``_"),
        NamedScalars(short: "Yiii", long: "Yi", encoded: "180^14ja1t"),
        NamedScalars(short: "Zanb", long: "Zanabazar_Square", encoded: "26@^2e"),
        NamedScalars(
            short: "Zinh", long: "Inherited", also: "Qaai",
            encoded: """
                H^3m8s_>bhx^G^a4:y|@_`_j_db^d^a_6d1}@j_6`1^3Iwa3i_1C;cmnkNm^7`^42x^1>Nb1k`tA^`oe`d|aH;Jp7m
                """),
        NamedScalars(
            short: "Zyyy", long: "Common",
            encoded: """
                ^2^xcx1l_l_bu^}^>_1dcb`q3r^g^d^_^C{^d^l^a^1^^4z^@b^4__16w^<sa9`^1?m`2e_6i__^16k^k^ea_c_``^Hci`2t_hah_l\
                o1^1}1c_``c_x_n1g`bDtwhsL}8^Cq`}_3f@^2{<pibb_^_vmeba2y_a^2x_4qm1^1a1z1}}2n1m^2v5e6>^1}F8^1_3d`5cg7r^5^\
                ^<i^l_D>p_6ngt1`_p_a4q^_}xcxhh^1k_2^d_dhb8``b1jaf2nj1q1j7bx1>=ba4Ej3q1z7sh1d`1{anf_e{b1z6sqjqj2tgv4e2r\
                _2d__`^`_`a_i_^_d_2^_a`e_d_y_a_b_^ad_:q`9a`1o53o2a2j1zF`1ib3ajl`l_l_1bh5k1vw__k1ibfe_lc4xNubnaja3tb2|d\
                ib^mib1ufgd1ef{`_2l:qjk`jafe1k_dfkbfefe4p_1t1cgH10e^|2}
                """),
        NamedScalars(
            short: "Zzzz", long: "Unknown",
            encoded: """
                Kv_dae^_^r^<k^1d_1p_a^1ueyadh8l^1z_3ck1y_1o_m^z__^ib}^`c7j^f_`_t^e^_`b_g_`_be_a`^c_w_a^da`_t^e^`^`^`__\
                ^ca`_a`_db^_doga^g^a^t^e^`^c_h^a^a__lb_jde^a^f_`_t^e^`^c_g_`_adaa`^c_pg`^d`a^b``^_^````a`jac`a^b__c_ks\
                bk^a^u^n_g^a^bd`^a___b_hdt^a^u^h^c_g^a^bd`c`^b_h^aik^a^1q^a^dan_x^a^p`v^g^__e`_ad^_^fch_ai1xa{1b`^_^c^\
                v^_^u_c^_^e^h_b}2f^1ba1e^1b^m^k1b6d^_b__;w^b_e^_^b_1g^b_1_^b_e^_^b_m^1w^b_2a_1^`xc2t_d_D{`2wdtfvfrik^a\
                ^`i2|_hchcxc2wd1ib2dg}^jaja_`1h_ch1jaxci`1|_2_^{_ichcl_}1n2k`1m^3re1z`m`1zd1i_ie1ib@t_d_1d_d_f^_^_^_^}\
                _1s^m^l_d^q_a^g^3c^j_y^k`1_l1_l4jaDuvir1Hr_1^^:{b1k^_b__1vd`kvfe^e^e^e^e^e^e^e^3|1_x^2wi6twja2^^2t_3eb\
                1i^2|^2ri1m^LCk`1uf:zq5ve6ib`^_^cu1y`hc1ve2dejc3rh|`2l^ia1_^1ufl_h_3euzgd_d_dfe^e^1za3|_hc:Mbiua1o88a;\
                l_3h1ceicbx^c^_^`^`^3{m={_1td_}1hc1q^q^bac^4e__^5|`d_d_d_a`e^egc_j^x^q^`^m_l1_3ybaa1k`2v^k`_1l1l4_{`1o\
                lza1bf|b1ib|^1cal1g4|_hc1ba1ba1fe1rhj^m^e^`^i^m^e^`2`9uftgfud^1h^g2bd__^1j^``__u^2feg1mq^`b1_`yb_1}1va\
                r_1p^`bf^a^{_aahdgd2^}1eajf1t`{_ybxdbie2m2g1t1qj1qd1leh9c}^1h^a_`2h1ie1hsx1czquf2la1bf2bg__wdhc1s^pe1e\
                f3^^rhp^1m1{e^_^b^m^ic1ybhcb^f_`_t^e^`^c^h_`_a__c_be_e`c4h2z^c{2feh5c1t_1d1_2chhckp1xch1sy_mau5v1z3a2q\
                if___f^`^|^`_jfh2cf_1l_ix2fe2qj2gdh7sg^1k^lg{`1^_t^l2fe^`^1j`_^`^gehcd^`^1c^`^ddh9swdo^1g`z2s_l1pjLy3c\
                3m^ch6b2Bi3aj12t3MgBe8=vAwd}^ha2o^hc|_dg2dgh^e^sbqEm2y3b2ia1wdo1}ch`k5Ove16t1gg8Gdb^e^`^9al_za__kbe<j2\
                8a3ibk`gdh_f4By1l_uf3r1y7tg1e_6`r2d3wriri2ufw4d2s^2e^`___`_b^j^_^e^2_^b_f^e^z^b^c^_`e^:r_9b_E|lc^m12m}\
                cd6re^o_e^`^cb1|1^_3m1k`l_ha`9}}n1xb_>m1hGce^b^`^m^6c_n1f2jaha`Hn2b2i1{6_b^y^`^___^h^b^_^_c_a_^_^_^a^`\
                ^___^_^_^_^_^`^__b^e^b^b^_^h^oba^c^o1q`8k1ja3bim_m^m^1cg5l1u{j1jagd`kd4wNvao`k`3ua2}cja_lja1vehc1fe|_`\
                2k:ril_k`gd1l^eelagdgd4q^1u1bh10c19G^}41xc6|_5D`k79o30|@|1?_4Jib43^EG2n_{3^3}7n5O@m
                """),
    ]
}

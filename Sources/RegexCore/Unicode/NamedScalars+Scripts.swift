// Unicode 15.0.0, written by RegexCore/Unicode/Generation/generate.py. Change it there.

extension NamedScalars {
    /// All values of Script.
    static let scripts: [NamedScalars] = [
        NamedScalars("Adlm", "Adlam", "3J8^2ibgb_"),
        NamedScalars("Aghb", "Caucasian_Albanian", "219n1qi^"),
        NamedScalars("Ahom", "Ahom", "25H^x`lbt"),
        NamedScalars(
            "Arab", "Arabic",
            """
            1@^b_c_k_`_}_giw_3i_1_2n1m7n|__d2g_z1LBn3pn;h`2m`1se^1^m3nb_4d3Ka|3|`1GH^a_x___^`^_g_a_^_^d^b^_^_^_`___^`^\
            _^_^_^_^___^`a_d_a_a_^_g_nc`_b_n1r_
            """),
        NamedScalars("Armi", "Imperial_Aramaic", "222^s_f"),
        NamedScalars("Armn", "Armenian", "19o1c`1o``1M<ab"),
        NamedScalars("Avst", "Avestan", "22H^1sad"),
        NamedScalars("Bali", "Balinese", "6H^2ja1l"),
        NamedScalars("Bamu", "Bamum", "19E^2u1@8fAv"),
        NamedScalars("Bass", "Bassa_Vah", "2JFn{`c"),
        NamedScalars("Batk", "Batak", "6N^1qfa"),
        NamedScalars("Beng", "Bengali", "2<^a_e`_`s_d_^aa`f`_`af^b__b`v"),
        NamedScalars("Bhks", "Bhaiksuki", "270^f_1j_khz"),
        NamedScalars("Bopo", "Bopomofo", "Gh_;@w1h3n}"),
        NamedScalars("Brah", "Brahmi", "240^2kb1ag^"),
        NamedScalars("Brai", "Braille", ":0^7}"),
        NamedScalars("Bugi", "Buginese", "6@^y`_"),
        NamedScalars("Buhd", "Buhid", "5J^q"),
        NamedScalars("Cakm", "Chakma", "248^1r_o"),
        NamedScalars("Cans", "Canadian_Aboriginal", "50^C}An2c20=xm"),
        NamedScalars("Cari", "Carian", "20E^1n"),
        NamedScalars("Cham", "Cham", "1:@^1tgk`g`a"),
        NamedScalars("Cher", "Cherokee", "4M^2s`c15Kp2m"),
        NamedScalars("Chrs", "Chorasmian", "23Mny"),
        NamedScalars("Copt", "Coptic", also: "Qaac", "O`k:4n3qcd"),
        NamedScalars("Cpmn", "Cypro_Minoan", "2;Ln3`"),
        NamedScalars("Cprt", "Cypriot", "220^c`^_1i__a^`^"),
        NamedScalars("Cyrl", "Cyrillic", "10^4b`5f5Jnf5`^2j^43e}N2^2}ELl_1H@^1{1_^"),
        NamedScalars("Deva", "Devanagari", "28^2nbl`w17K^}L@^g"),
        NamedScalars("Diak", "Dives_Akuru", "268^d`^`e___{__`igg"),
        NamedScalars("Dogr", "Dogra", "260^1y"),
        NamedScalars("Dsrt", "Deseret", "210^2m"),
        NamedScalars("Dupl", "Duployan", "3?0^3hcjafeg`a"),
        NamedScalars("Egyp", "Egyptian_Hieroglyphs", "2<0^12s"),
        NamedScalars("Elba", "Elbasan", "218^1e"),
        NamedScalars("Elym", "Elymaic", "23O^t"),
        NamedScalars(
            "Ethi", "Ethiopic",
            "4@^2f_a`d_^_a`1f_a`1^_a`d_^_a`l_1v_a`2``}aw6?dtgd_d_d_d_d_d_d_dO9`c`c`cgd_d2?5od_a___l"),
        NamedScalars("Geor", "Georgian", "45^1c_^c^`1h_a2Ln1h``42^1c_^c^"),
        NamedScalars("Glag", "Glagolitic", ";0^2}3<M^d_n`d___b"),
        NamedScalars("Gong", "Gunjala_Gondi", "27;^c___1b___ceg"),
        NamedScalars("Gonm", "Masaram_Gondi", "278^d___1ia^___ffg"),
        NamedScalars("Goth", "Gothic", "20Inx"),
        NamedScalars("Gran", "Grantha", "24H^a_e`_`s_d___b`f`_```^d^cd`dab"),
        NamedScalars(
            "Grek", "Greek",
            """
            Kna_``a_^b^_^_`_^_q_1|lm69db1pbbb2r^:^s`c`1c`c`e_^_^_^_|`1r_l_k`c_p``_f9e^12A|^E>x2lo^1D2}2c
            """),
        NamedScalars("Gujr", "Gujarati", "2D_`_f_`_s_d___b`g_`_``^ma`ied"),
        NamedScalars("Guru", "Gurmukhi", "2@_`_cb_`s_d______`^_bb_``a^ea_^en"),
        NamedScalars("Hang", "Hangul", "48^7}7Al_8_2{3o|2_|MG_zDa:Majtb1n9Mb|ac`c`c``"),
        NamedScalars(
            "Hani", "Han",
            ";D^w_2vj6s1m^_^wflaNb6=}2^D?}F8^;k`3gM8f_j_140l19F}1^41wd6{`5D_l79n30}@{1?`4Jhc42}"),
        NamedScalars("Hano", "Hanunoo", "5I^r"),
        NamedScalars("Hatr", "Hatran", "227^p__cb"),
        NamedScalars("Hebr", "Hebrew", "1<o1tfxbc1M9fw_b_^_____g"),
        NamedScalars("Hira", "Hiragana", "<2_2sd`2OK_8|p^{`@5k^"),
        NamedScalars("Hluw", "Anatolian_Hieroglyphs", "2A0^Bd"),
        NamedScalars("Hmng", "Pahawh_Hmong", "2JH^2chg_d_rcp"),
        NamedScalars("Hmnp", "Nyiakeng_Puachue_Hmong", "3H8^1jak`gb_"),
        NamedScalars("Hrkt", "Katakana_Or_Hiragana", ""),
        NamedScalars("Hung", "Old_Hungarian", "234^1pk1pec"),
        NamedScalars("Ital", "Old_Italic", "20H^1ag`"),
        NamedScalars("Java", "Javanese", "1:<^2k`gb_"),
        NamedScalars("Kali", "Kayah_Li", "1:8^1k_^"),
        NamedScalars("Kana", "Katakana", "<5_2w``7nm6n1l_2u1C0lg_1j1<2pa_d___^8}`1p^la"),
        NamedScalars("Kawi", "Kawi", "27H^n_1fay"),
        NamedScalars("Khar", "Kharoshthi", "22@^a__ce_`_z``bgef"),
        NamedScalars("Khmr", "Khmer", "5L^2{`gdg?d}"),
        NamedScalars("Khoj", "Khojki", "24@^o_1l"),
        NamedScalars("Kits", "Khitan_Small_Script", "2KOb^6Hy>s"),
        NamedScalars("Knda", "Kannada", "34^j_`_t_g_b`f_`_ae_d__a`g_`"),
        NamedScalars("Kthi", "Kaithi", "244^2`h^"),
        NamedScalars("Lana", "Tai_Tham", "6A^1|_z`hdgdk"),
        NamedScalars("Laoo", "Lao", "3D___^_b_u_^_t`b_^_d_g`a"),
        NamedScalars(
            "Latn", "Latin",
            """
            2_wdw1m^m^ct_|_>^1eb6@y1cd1ncacj_2c2_7};o^k^nj4k_d^y^o1f2Fu}NE`3ca1}c__^_bvkIn1h_f_aCLtd10xwdw21cc_1g_f1EJ\
            c|dc
            """),
        NamedScalars("Lepc", "Lepcha", "70^1uala`"),
        NamedScalars("Limb", "Limbu", "68^|_ibib^ai"),
        NamedScalars("Lina", "Linear_A", "21@^9tgshe"),
        NamedScalars("Linb", "Linear_B", "200^i_w_p___l`k1`3x"),
        NamedScalars("Lisu", "Lisu", "196n1mNEn^"),
        NamedScalars("Lyci", "Lycian", "20D^z"),
        NamedScalars("Lydi", "Lydian", "229^wc^"),
        NamedScalars("Mahj", "Mahajani", "24:n1d"),
        NamedScalars("Maka", "Makasar", "27G^v"),
        NamedScalars("Mand", "Mandaic", "22^y`^"),
        NamedScalars("Mani", "Manichaean", "22F^1dbi"),
        NamedScalars("Marc", "Marchen", "273n}`s_k"),
        NamedScalars("Medf", "Medefaidrin", "2KB^2x"),
        NamedScalars("Mend", "Mende_Kikakui", "3J0^6b`m"),
        NamedScalars("Merc", "Meroitic_Cursive", "22=^ubq`1k"),
        NamedScalars("Mero", "Meroitic_Hieroglyphs", "22<^}"),
        NamedScalars("Mlym", "Malayalam", "38^j_`_1p_`_cbm`w"),
        NamedScalars("Modi", "Modi", "25@^2big"),
        NamedScalars("Mong", "Mongolian", "60^_`^_qd2ve1h1O=sj"),
        NamedScalars("Mroo", "Mro", "2JB^|_gb_"),
        NamedScalars("Mtei", "Meetei_Mayek", "1:G^t6g1k`g"),
        NamedScalars("Mult", "Multani", "24D^d_^_a_l_h"),
        NamedScalars("Mymr", "Myanmar", "40^4}16:^|3_}"),
        NamedScalars("Nagm", "Nag_Mundari", "3I6n1g"),
        NamedScalars("Nand", "Nandinagari", "26=^e`1k`h"),
        NamedScalars("Narb", "Old_North_Arabian", "22D^}"),
        NamedScalars("Nbat", "Nabataean", "224^|ff"),
        NamedScalars("Newa", "Newa", "250^2y_b"),
        NamedScalars("Nkoo", "Nko", "1N^1x``"),
        NamedScalars("Nshu", "Nushu", "2KO_^@<l<i"),
        NamedScalars("Ogam", "Ogham", "5D^z"),
        NamedScalars("Olck", "Ol_Chiki", "72n1m"),
        NamedScalars("Orkh", "Old_Turkic", "230^2f"),
        NamedScalars("Orya", "Oriya", "2H_`_e`_`s_d___b`f`_``e`b__b`o"),
        NamedScalars("Osge", "Osage", "215n1ab1a"),
        NamedScalars("Osma", "Osmanya", "214^{`g"),
        NamedScalars("Ougr", "Old_Uyghur", "23Knw"),
        NamedScalars("Palm", "Palmyrene", "223^}"),
        NamedScalars("Pauc", "Pau_Cin_Hau", "26F^1v"),
        NamedScalars("Perm", "Old_Permic", "20Jn1h"),
        NamedScalars("Phag", "Phags_Pa", "1:2^1u"),
        NamedScalars("Phli", "Inscriptional_Pahlavi", "22K^pce"),
        NamedScalars("Phlp", "Psalter_Pahlavi", "22L^oeajd"),
        NamedScalars("Phnx", "Phoenician", "228^ya^"),
        NamedScalars("Plrd", "Miao", "2KH^2hb1ven"),
        NamedScalars("Prti", "Inscriptional_Parthian", "22J^s`e"),
        NamedScalars("Rjng", "Rejang", "1:9n1ai^"),
        NamedScalars("Rohg", "Hanifi_Rohingya", "238^1efg"),
        NamedScalars("Runr", "Runic", "5E^2hah"),
        NamedScalars("Samr", "Samaritan", "20^1k`l"),
        NamedScalars("Sarb", "Old_South_Arabian", "22C^}"),
        NamedScalars("Saur", "Saurashtra", "1:4^2cfi"),
        NamedScalars("Sgnw", "SignWriting", "3F0^Dimb_l"),
        NamedScalars("Shaw", "Shavian", "212n1m"),
        NamedScalars("Shrd", "Sharada", "24<^2}"),
        NamedScalars("Sidd", "Siddham", "25<^1s`1c"),
        NamedScalars("Sind", "Khudawadi", "24En1xcg"),
        NamedScalars("Sinh", "Sinhala", "3<_`_oau_f_^`da^bc_^_edg``20Ojq"),
        NamedScalars("Sogd", "Sogdian", "23In1g"),
        NamedScalars("Sogo", "Old_Sogdian", "23H^1e"),
        NamedScalars("Sora", "Sora_Sompeng", "246nveg"),
        NamedScalars("Soyo", "Soyombo", "26Bn2p"),
        NamedScalars("Sund", "Sundanese", "6L^1}8^e"),
        NamedScalars("Sylo", "Syloti_Nagri", "1:0^1j"),
        NamedScalars("Syrc", "Syriac", "1H^k_1y``8nh"),
        NamedScalars("Tagb", "Tagbanwa", "5K^j_`__"),
        NamedScalars("Takr", "Takri", "25D^1wdg"),
        NamedScalars("Tale", "Tai_Le", "6:n{`b"),
        NamedScalars("Talu", "New_Tai_Lue", "6<^1ibwdha_"),
        NamedScalars("Taml", "Tamil", "2L`__ca`_aa__^__a_a`aibba`_a`^d^lr24Nc1ok^"),
        NamedScalars("Tang", "Tangut", "2KO^^}5OufG}@^f"),
        NamedScalars("Tavt", "Tai_Viet", "1:D^2`vb"),
        NamedScalars("Telu", "Telugu", "30^j_`_t_m`f_`_ae__``^`a`gef"),
        NamedScalars("Tfng", "Tifinagh", ";9n1ue_l^"),
        NamedScalars("Tglg", "Tagalog", "5H^sg^"),
        NamedScalars("Thaa", "Thaana", "1L^1o"),
        NamedScalars("Thai", "Thai", "3@_1wcy"),
        NamedScalars("Tibt", "Tibetan", "3H^2e_1ab1d_1a_l_db_"),
        NamedScalars("Tirh", "Tirhuta", "254^2efg"),
        NamedScalars("Tnsa", "Tangsa", "2JCn2l_g"),
        NamedScalars("Toto", "Toto", "3HDn|"),
        NamedScalars("Ugar", "Ugaritic", "20L^{_^"),
        NamedScalars("Vaii", "Vai", "198^9i"),
        NamedScalars("Vith", "Vithkuqi", "21;nh_l_d___h_l_d__"),
        NamedScalars("Wara", "Warang_Citi", "265^2pj^"),
        NamedScalars("Wcho", "Wancho", "3HF^1wc^"),
        NamedScalars("Xpeo", "Old_Persian", "20M^1abk"),
        NamedScalars("Xsux", "Cuneiform", "280^Lw3d3l_bi6a"),
        NamedScalars("Yezi", "Yezidi", "23D^1g_``_"),
        NamedScalars("Yiii", "Yi", "180^14ja1t"),
        NamedScalars("Zanb", "Zanabazar_Square", "26@^2e"),
        NamedScalars(
            "Zinh", "Inherited", also: "Qaai",
            """
            H^3m8s_>bhx^G^a4:y|@_`_j_db^d^a_6d1}@j_6`1^3Iwa3i_1C;cmnkNm^7`^42x^1>Nb1k`tA^`oe`d|aH;Jp7m
            """),
        NamedScalars(
            "Zyyy", "Common",
            """
            ^2^xcx1l_l_bu^}^>_1dcb`q3r^g^d^_^C{^d^l^a^1^^4z^@b^4__16w^<sa9`^1?m`2e_6i__^16k^k^ea_c_``^Hci`2t_hah_lo1^1\
            }1c_``c_x_n1g`bDtwhsL}8^Cq`}_3f@^2{<pibb_^_vmeba2y_a^2x_4qm1^1a1z1}}2n1m^2v5e6>^1}F8^1_3d`5cg7r^5^^<i^l_D>\
            p_6ngt1`_p_a4q^_}xcxhh^1k_2^d_dhb8``b1jaf2nj1q1j7bx1>=ba4Ej3q1z7sh1d`1{anf_e{b1z6sqjqj2tgv4e2r_2d__`^`_`a_\
            i_^_d_2^_a`e_d_y_a_b_^ad_:q`9a`1o53o2a2j1zF`1ib3ajl`l_l_1bh5k1vw__k1ibfe_lc4xNubnaja3tb2|dib^mib1ufgd1ef{`\
            _2l:qjk`jafe1k_dfkbfefe4p_1t1cgH10e^|2}
            """),
        NamedScalars(
            "Zzzz", "Unknown",
            """
            Kv_dae^_^r^<k^1d_1p_a^1ueyadh8l^1z_3ck1y_1o_m^z__^ib}^`c7j^f_`_t^e^_`b_g_`_be_a`^c_w_a^da`_t^e^`^`^`__^ca`\
            _a`_db^_doga^g^a^t^e^`^c_h^a^a__lb_jde^a^f_`_t^e^`^c_g_`_adaa`^c_pg`^d`a^b``^_^````a`jac`a^b__c_ksbk^a^u^n\
            _g^a^bd`^a___b_hdt^a^u^h^c_g^a^bd`c`^b_h^aik^a^1q^a^dan_x^a^p`v^g^__e`_ad^_^fch_ai1xa{1b`^_^c^v^_^u_c^_^e^\
            h_b}2f^1ba1e^1b^m^k1b6d^_b__;w^b_e^_^b_1g^b_1_^b_e^_^b_m^1w^b_2a_1^`xc2t_d_D{`2wdtfvfrik^a^`i2|_hchcxc2wd1\
            ib2dg}^jaja_`1h_ch1jaxci`1|_2_^{_ichcl_}1n2k`1m^3re1z`m`1zd1i_ie1ib@t_d_1d_d_f^_^_^_^}_1s^m^l_d^q_a^g^3c^j\
            _y^k`1_l1_l4jaDuvir1Hr_1^^:{b1k^_b__1vd`kvfe^e^e^e^e^e^e^e^3|1_x^2wi6twja2^^2t_3eb1i^2|^2ri1m^LCk`1uf:zq5v\
            e6ib`^_^cu1y`hc1ve2dejc3rh|`2l^ia1_^1ufl_h_3euzgd_d_dfe^e^1za3|_hc:Mbiua1o88a;l_3h1ceicbx^c^_^`^`^3{m={_1t\
            d_}1hc1q^q^bac^4e__^5|`d_d_d_a`e^egc_j^x^q^`^m_l1_3ybaa1k`2v^k`_1l1l4_{`1olza1bf|b1ib|^1cal1g4|_hc1ba1ba1f\
            e1rhj^m^e^`^i^m^e^`2`9uftgfud^1h^g2bd__^1j^``__u^2feg1mq^`b1_`yb_1}1var_1p^`bf^a^{_aahdgd2^}1eajf1t`{_ybxd\
            bie2m2g1t1qj1qd1leh9c}^1h^a_`2h1ie1hsx1czquf2la1bf2bg__wdhc1s^pe1ef3^^rhp^1m1{e^_^b^m^ic1ybhcb^f_`_t^e^`^c\
            ^h_`_a__c_be_e`c4h2z^c{2feh5c1t_1d1_2chhckp1xch1sy_mau5v1z3a2qif___f^`^|^`_jfh2cf_1l_ix2fe2qj2gdh7sg^1k^lg\
            {`1^_t^l2fe^`^1j`_^`^gehcd^`^1c^`^ddh9swdo^1g`z2s_l1pjLy3c3m^ch6b2Bi3aj12t3MgBe8=vAwd}^ha2o^hc|_dg2dgh^e^s\
            bqEm2y3b2ia1wdo1}ch`k5Ove16t1gg8Gdb^e^`^9al_za__kbe<j28a3ibk`gdh_f4By1l_uf3r1y7tg1e_6`r2d3wriri2ufw4d2s^2e\
            ^`___`_b^j^_^e^2_^b_f^e^z^b^c^_`e^:r_9b_E|lc^m12m}cd6re^o_e^`^cb1|1^_3m1k`l_ha`9}}n1xb_>m1hGce^b^`^m^6c_n1\
            f2jaha`Hn2b2i1{6_b^y^`^___^h^b^_^_c_a_^_^_^a^`^___^_^_^_^_^`^__b^e^b^b^_^h^oba^c^o1q`8k1ja3bim_m^m^1cg5l1u\
            {j1jagd`kd4wNvao`k`3ua2}cja_lja1vehc1fe|_`2k:ril_k`gd1l^eelagdgd4q^1u1bh10c19G^}41xc6|_5D`k79o30|@|1?_4Jib\
            43^EG2n_{3^3}7n5O@m
            """),
    ]
}

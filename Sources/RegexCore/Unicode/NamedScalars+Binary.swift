// Unicode 15.0.0, written by RegexCore/Unicode/Generation/generate.py. Change it there.

extension NamedScalars {
    /// Those that ECMA-262 names.
    static let binaryProperties: [NamedScalars] = [
        NamedScalars(short: "ASCII", long: "ASCII", encoded: "^3}"),
        NamedScalars(short: "Any", long: "Any", encoded: "^11OO}"),
        NamedScalars(
            short: "Assigned", long: "Assigned",
            encoded: """
                ^Ku`cbd_^_q_<j_1c`1o``_1tfxbci8k_1y`3bl1x`1n`l_y`^_hc|__d7i_e`_`s_d_^aa`f`_`af^b__b`v``_cb_`s_d______`\
                ^_bb_``a^ea_^enh`_f_`_s_d___b`g_`_``^ma`ied_`_e`_`s_d___b`f`_``e`b__b`oh__ca`_aa__^__a_a`aibba`_a`^d^l\
                rcj_`_t_m`f_`_ae__``^`a`ges_`_t_g_b`f_`_ae_d__a`g_`jj_`_1p_`_cbm`w_`_oau_f_^`da^bc_^_edg``j1wbz1c__^_b\
                _u_^_t`b_^_d_g`a1^2e_1ab1d_1a_l_j1c6c_^c^`;v_a`d_^_a`1f_a`1^_a`d_^_a`l_1v_a`2``}awd2s`c`Dza2vesgugqjj_\
                `__j2{`gdgdwd2ve1hc2ch|_ibib^a1g`bi1ibwdha1{`2^_z`hdgdk`|1o2ja1l_3qf1yala1ye1h`hf1hc@s`c`1c`c`e_^_^_^_\
                |`1r_l_k`c_p``_f_3b_i`x_ja1^m1^m4ibDtwhs1Hq`}_:zc1j_^c^`1ue_lugd_d_d_d_d_d_d_d_3{1`w_2vj6sxib1}_2s`3dc\
                1h_2{_2qj1l_LCja1tg:yr5uf6hc__^_bv1xagd1uf2cfid3qi{a2k_hb1^_1tgk`g`3dvyhc`c`cgd_d_1yb3{`gd:Majtb1nb8Ck\
                `3g1ddjbcw_b_^_____3zn=z`1se^1^1gd1p_p_abb_4d`^_5{ac`c`c``ad_dhb`i_w_p___l`k1`3xc`b1ja2u_ja^1m1k4`za1n\
                myb1ag{c1hc{_1bbk1h4{`gd1ab1ab1ef1qii_l_d___h_l_d__2a9tgshevc_1g_f2cc`^_1i__a^`t_2eff1np__c1^axc^2^1ub\
                q`1o__ce_`_z``bgefe1}1^1dbig1saz`xcweajd2n2f1u1pk1pe1kfg9d|_1g_``_2i1hf1gtw1dyrtg2kb1ag2ah^`vegd1r_of1\
                dg2}_qio_1l1|d_^_a_l_hd1xcgda_e`_`s_d___b_g`_```^d^cd`dab4i2y_b|2efg5d1s`1c1`2bigdjq1wdg1tx`lbt5w1y3b2\
                pje`^`e___{__`igg2de`1k`hy2ef2pk2feg7tf_1j_khza}`s_k2gd___1ia^___ffgdc___1b___ceg9tven_1fay2t^m1okLx3d\
                3l_bi6a2Bj3`k12s3MhBd8=wAve|_gb2n_gd{`ch2chg_d_rcpEn2x3c2hb1ven2^bi_l5Ouf16s1hf8Gea_d___9`m^{``^laf<i2\
                8b3hcjafeg`e4Bz1k`tg3q1z7sh1d`6_s2c3xqjqj2tgv4e2r_2d__`^`_`a_i_^_d_2^_a`e_d_y_a_b_^ad_:q`9a`E{mb_l12n|\
                dc6sd_n`d___bc1{1_^3n1jak`gb_:^|o1wc^>n1gGdd_a___l_6b`m1g2ibgb_Ho2a2j1z6`a_x___^`^_g_a_^_^d^b^_^_^_`__\
                _^`^_^_^_^_^___^`a_d_a_a_^_g_nc`_b_n1r_8l1ib3ajl`l_l_1bh5k1vzk1ibfe_lc4xNubnaja3tb2|dib^mib1ufgd1ef{`_\
                2l:qjk`jafe1k_dfkbfefe4p_1t1cg10d19F}1^41wd6{`5D_l79n30}@{1?`4Jhc42}EG2o^|2}4^7m1O@n1OO{`1OO{
                """),
        NamedScalars(short: "AHex", long: "ASCII_Hex_Digit", encoded: "1ngecxc"),
        NamedScalars(
            short: "Alpha", long: "Alphabetic",
            encoded: """
                2_wdw1m^h^b^ct_|_>gbilbe^_^2t^1hb__`a_^d^_`_^_q_2p_4hf5c_1c`^d1f1ek_^_____^fxba{hc1u_dl3c_ebeb`h``^n1m\
                k3bv1^g_b^cu`pqvehcu_co1ghiadd2i_m_`blkp_e`_`s_d_^aaae`_`__^f^b__bj_h^b`_cb_`s_d______bbb_`_b^ea_^oci`\
                _f_`_s_d___baf_`__a^masab`_e`_`s_d___bae`_`_g_b__bk^n__ca`_aa__^__a_a`aibba`_`a^d^1fj_`_t_mae_`_`f__``\
                ^`aza_e_`_t_g_bae_`_`f_d__ak`jj_`_1f`e_`_`_^caebtc_`_oau_f_^`dfc_^_ep_k1wcdd^1q__^_b_u_^_p_``b_^d^la1^\
                ^1}e_1abpbm_1a2a1t_^`bn1}ha`1c_^c^`1h_:j_a`d_^_a`1f_a`1^_a`d_^_a`l_1v_a`2`1cmn2s`caCi`n_wc2haheqirjqjj\
                _`__j1q`pl^b^2a2ve1hc2ch|_ibfu{`bi1ibw1tyb1|`q1p^u_i`1o1q_l_e1q1g`ah1i_hl1tt`h1a`fe1h``1ga_c__a^c5}1ek\
                i8s`c`1c`c`e_^_^_^_|`1r_d_^a`_daa`cbjc`_d3r^k^nj3c^b^`g_^abd^_^_^_a_h`acbb^o1fIk1q1Ht7bdaa_j1c_^c^`1ue\
                ^ntgd_d_d_d_d_d_d_d_}1m^>s`wfeb`bb2sd`_2w_ac1h_2{o}1nm@^6=}2^EDj2a1k`8jamh_r1lcea3n1ef`3d`1}c__^_bvq_1\
                ^v1qj2a_^1jca^_`h1^c1`kza1p_im^nmhb_1tgkpta2b_^_^v``m`aic`c`cgd_d_1h_kd3xs:Majtb1n88b;k`3g1ddjbci_j_b_\
                ^_____3i1_;hp1}`1s1fi3rb_4d1bwdwi2vac`c`c``1ai_w_p___l`k1`3x2c1r8iza1n1m}k{c1hc{`1abe_b1h4{p1ab1ab1ef1\
                qjh_l_d___h_l_d__2a9tgshevc_1g_f2cc`^_1i__a^`thtg|2_p__hshw2d1ud_2^a__ce_`_z1hzaz1ae_yy1shshpko3l2f1u1\
                pk1pk1e:v1g__a_2lzh^fs1ho1lrytg2c1ibh1vg^kvu1poaf1`a^g1}_ag_h^_^1ao_1_`^da1|d_^_a_l_ge1vua_e`_`s_d___b\
                ae`_`_a^d^cd4z2__`_ar`|2_`__^5v1s`dwc1`1|_^a^1y1s`^2ex`ksd5w1v3e1}}e`^`e___{__`_`a2{e`1k`c_^__y1p`go2e\
                c^p2f8ef_1j_d_^1o{`s_k2gd___1ia^___`_^`_vc___1b___a_^:etgn_1fa`3m^2mLw3d3lo6a2Bj3^m11moc3MwBd8=wAve|o2\
                lo{p1mna}rcpEn1}4^2hb1ven2^__^j_l5Ouf16s1hf8Gea_d___9`m^{``^laf<i28b3hcjafegb^5K_2r_2d__`^`_`a_i_^_d_2\
                ^_a`e_d_y_a_b_^ad_:q`v_v_|_v_|_v_|_v_|_v_e1Ir|dc6sd_n`d___bc1{1_^3n1jhdn^:_{p1i?byGrd_a___l_6b1y2aa^a^\
                15ra_x___^`^_g_a_^_^d^b^_^_^_`___^`^_^_^_^_^___^`a_d_a_a_^_g_nc`_b_nCrwdwdw3Ct19F}1^41wd6{`5D_l79n30}@\
                {1?`4Jhc42}
                """),
        NamedScalars(short: "Bidi_C", long: "Bidi_Control", encoded: "1@z^6?o_xb1ua"),
        NamedScalars(
            short: "Bidi_M", long: "Bidi_Mirrored",
            encoded: """
                1f_p^_^z^_^{^_^1k^m^3C|a1J{_2<z_h_1t_l_5o^6^aaca^a_aa_a_^_^bfc^_ocag__^_e`|`ac^g_`pc_gb`_bu`mfar_e_11{\
                k2h^`a___`cac`ak<qs`c_kf^eca^bb__`bb^_``_hc`_jp_a`^_^`^_ac_d`v_i_ba__`_b1h`e_1ec^_^abc`b^ab_^8^^@aaa__\
                _l_`g1ie=ig`e1CA{cc_5`_p^_^z^_^{^_^____1EKu^1w^1w^1w^1w^
                """),
        NamedScalars(
            short: "CI", long: "Case_Ignorable",
            encoded: """
                1e^d^i^1a^_^2e^b^_^b^`_?u5}b_b^g__^7yd6m^c^1o1j_^_____^1j^ichh_^1a^hrn^3ce_g_a1_^_^|x2yh1xhb^`^vu1i`1j\
                ^e_de1g1w1u^_^beb^adh_k^m^1x^baf^r_x^`_1w^b_b_``a^|_a^i_1w^bb__b^r_tc_^1x^`^_af^e_i_|^1{^j^1p^a^1u^_`c\
                `_ae_i_{^1x^`^d^c_r_z_1w_baf^r_{^2f^e`_^2x^`dif3`^`fg^_d2g_y^_^_^1uk_b__ch_1ag^3da_c__`_w_b`nak^`_d^m^\
                2|^C^`Mp`{_|_|_2^__df^`ha^c^1kb1q^2__1`^3t`b_g^d`6y_`^1x^_d_^_^`edg`^1e^f|1oa1n^_b_^c^1ffj_1^a`__`1v^_\
                _a^_`1xe`_2^c2p`_j_db^d^a_1p1|k^1`3b={^_`i`k`k`k_jbf_h^`^`b1ob_g_^k^nj1q1^2Li_3o`3{^m^3^}1m^>s^1baabc^\
                2{c2{`KHt^17`c8l^3`a_g_^za2n_l1_2l^u`3e`a_f^a^b^w_c^4u_xok^1dewh1l`1n^`a`_o^s_2`c`_`_j^f^1a^i^1q^_``_c\
                __^y^l_c__^3bbg`3w^`^b^CIn^4qnA{ma^jm1`^`^5g^e^d^i^1a^_^1m^1k_2a^s`@_^7`^4sb10cc_1g_fBd`__ca1f`b^5c_A{\
                a<a_2n`2dh1oa3y^1tl1g^`_h`1oa`_`^b^h^1p`1bb_e1|^j_1rfha`^2}``^__d^`^4{^aes_1w_a^1cdab6ae``_^u^2rc_^b__\
                _7lad___y_2se`^__3h^_^`c_^3c``a_b8af__8^__^b^4na`_b^1^g1fc`af^gc``1lj__<td_c_^2ps`d____3xca^___d_^2f_a\
                ^_^:y_i_1rbc^_^57kndl=Dxb1ydga10i^1}n2^___@0ia_d__34|__a4Bz1k`tA^`gm`d|a4r`1My1tb1of^l^tb_l1:nd_n`d___\
                bc1{1_^5^k;n^1{a?ybO^d3ke2EmbH30_^|2}4^7m
                """),
        NamedScalars(
            short: "Cased", long: "Cased",
            encoded: """
                2_wdw1m^h^b^ct_|_6`_ab6m_1ae_|b3^^1ha`_`a_^d^_`_^_q_2p_4hf5c_1cg1f2Hu1c_^c^`1h_aE^2s`c24`fe1h``2^5}2^8\
                s`c`1c`c`e_^_^_^_|`1r_d_^a`_daa`cbjc`_d3r^k^nj3c^b^`g_^abd^_^_^_a_cb^`acbb^o}a_Io1q1Ht7bdaa_j1c_^c^N8p\
                1kp{4b3caa_1xc__^_bvb_`Is1h_kd2mCJ^djb10gwdw15c2m3^1ab1a3rh_l_d___h_l_d__>a^``_1g_f16c1pk1p2Mk1}E;^1}I\
                <^2r_2d__`^`_`a_i_^_d_2^_a`e_d_y_a_b_^ad_:q`v_v_|_v_|_v_|_v_|_v_e1Irg_qdc8c1{24p2a1Ojwdwdw
                """),
        NamedScalars(
            short: "CWCF", long: "Changes_When_Casefolded",
            encoded: """
                2_w2x^ht_e1^^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`^_^_^_^_^_^_^_^___^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^___^_^_^___^___``a___`a____^_^___^`^___`_^__a^e______^_^_^_^_^_^_^_^`^_^_^_\
                ^_^_^_^_^_^`__^_`_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^e___`^_a_^_^_^_^7t^1h^_^a^f\
                ^d^_`_^___n_ft^j`a__^_^_^_^_^_^_^_^_^_^_^_^__`__^__`1p1n^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^g^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^___^_^_^_^_^_^`^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`1c1n^2Hv1c_^c^Ihc24`fe1h``:^^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^c_`^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^gefchefefci^_^_^_^fen1m```cc``ciajbc``c9g^a_d^1kmq^Ipw1In1m1n^_``^_^_^_a_^`^f`_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^f^_^b^N\
                :k^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^q^_^_^_^_^_^_^_^_^_^_^_^_^_^4e^_^_^_^_^_^_^a^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^h^_^___^_^_^_^b^_^`^_^a^_^_^_^_^_^_^_^_^_^_b_b_^_^_^\
                _^_^_^_^_a_^d^c^_^z^Kx2mCJ^djb10gw16c1e4f1a4zh_l_d__1Gh1p2Ok}E<^}NE^1_
                """),
        NamedScalars(
            short: "CWCM", long: "Changes_When_Casemapped",
            encoded: """
                2_wdw1x^ht_|_1}_2q_j_k`k`__^b2z_odx___^__a__^___b`^__`^e^`^__acc^h_5d^1ha`_a`_^d^_`_^_q_1la1^_b_4bf5c_\
                1ch1d2Hv1c_^c^`1h``E^2s`c24`fe1h``5w^a^n^3o4y`^_3s`c`1c`c`e_^_^_^_|`1r_d_^a`_daa`cbjc`_d9g^a_d^y^o}a_I\
                o1q1Ht3n____e3ceaa_j1c_^c^N8p1kpy4dk`1{gla``b_v_xc_bay_Jz^z2mCJ^djb10gwdw15c2m3^1ab1a3rh_l_d___h_l_d__\
                1Fa1pk1p2Mk1}E;^1}ND^2a
                """),
        NamedScalars(
            short: "CWL", long: "Changes_When_Lowercased",
            encoded: """
                2_w3ct_d1_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`^_^_^_^_^_^_^_^`^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^___^_^a__^___``a___`a____^_^___^`^___`_^__a^e______^_^_^_^_^_^_^_^`^_^_^_^_^_\
                ^_^_^_^`__^_`_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^e___`^_a_^_^_^_^9_^_^a^f^d^_`_^\
                ___n_f1a^f^_^_^_^_^_^_^_^_^_^_^_^c^`^__`1p1n^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^g^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^___^_^_^_^_^_^`^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`1c2Jg1c_^c^Fp2s24x1h``:^^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^g^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^gefchefefci^_^_^_^fevefefefbibiajbib9g^a_d^1kmq^Ipw1In1m1n^_``^_^_^_a_^`^f`_^_^_^_^_^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^f^_^b^N:k^_^_^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^q^_^_^_^_^_^_^_^_^_^_^_^_^_^4e^_^_^_^_^_^_^a^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^h^_^___^_^_^_^b^_^`^_^a^_^_^_^_^_^_^_^_^_^_b_b_^_^_^_^_^_^_^_a_^d^c^_^z^E\
                Iiw16c1e4f1a4zh_l_d__1Gh1p2Ok}E<^}NE^1_
                """),
        NamedScalars(
            short: "CWKCF", long: "Changes_When_NFKC_Casefolded",
            encoded: """
                2_w2c^e^_^`^_^`a``_`_t_e1^^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_`_^`^_^_^_`_^_^_^___^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^___^_^_^___^___``a___`a____^_^___^`^___`_^__a^eg_^_^_^_^_^_^_^`^_\
                ^_^_^_^_^_^_^_^`a_`_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^e___`^_a_^_^_^_^3_f}c`b2y\
                __`g^1^^_^_^_^a^a_bd_^___n_ft^je_^_^_^_^_^_^_^_^_^_^_^_^_`___^__`1p1n^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
                g^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^___^_^_^_^_^_^`^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`1c1n^4r^2vaF}e3z__^2q^`^1```^7{_Fs^3}^1\
                f_1l^1t^g^b^b^b^j^g^_be^o^g^b^b^b^j^7d1c_^c^1l^3`_DucMt_2sb13nfe1h``3j`_h_o_yk^1`1b2^^_^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^c_`^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^gefchefefci^_^_^_^fe_^_^_^_^_^_^_^`1m```k`fa^ba_`a^be```e_m_^c^j`aca___b^_\
                ^f`k^ep`x_ji^2ua_`_h__`b``_^_^_^_a_h_cbbd1ma^c^5`___7v_9s4h19_^3e`3c^9a1m1n^_``^_^_^_a_^`^db_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^f^_^b^3z^9m^2q\
                ^j6s1h^1s^_`3^_`^2}^1o2{ak3^|_1ef1l_;}LB^^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^q^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^__4b^_^_^_^_^_^_^a^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^f^_^___^_\
                ^_^_^b^_^`^_^a^_^_^_^_^_^_^_^_^_^_b_b_^_^_^_^_^_^_^_a_^d^c^_^wa`_K`ag^d2mC:^8k`^_^`g_^_^`_a2a`3g1ddjbc\
                ^_u_b_^_____3i1_;hp1}`1s1fjawtr`i_p_ab`_^_4d`^_5{ac`c`c``ad_d_f10e1e4f1a4zh_l_d__?ib_1g_f16c1p2Ok}E<^}\
                CB^a55xdle2^cA}2r_2d__`^`_`a_i_^_d_2^_a`e_d_y_a_b_^ad_:q`9a`1o21n1{24p1_16|a_x___^`^_g_a_^_^d^b^_^_^_`\
                ___^`^_^_^_^_^___^`a_d_a_a_^_g_nc`_b_nBbhc|_}x`1a^3m`k1ibfe_2<|g1O0d@{F1?`3O}
                """),
        NamedScalars(
            short: "CWT", long: "Changes_When_Titlecased",
            encoded: """
                3_w1x^1gu_e_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`^_^_^_^_^_^_^___^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^`^_^_``^_^`^a^c^`^a_a^`^_^_^`^b^`^a^_^`^a^_^b^_____^_^_^_^_^_^_^_^___^_^_^_\
                ^_^_^_^_^_`_^_^a^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^a^_^_^_^_^_^_^_^_^f^`__^b^_^_^_^_c___^__a__^___\
                b`^__`^e^`^__acc^h_5d^1i^_^a^a`p^y1`__a`_^_^_^_^_^_^_^_^_^_^_^_b_^`^`^1r1m_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
                _^_^_^g^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`^_^_^_^_^_^___^_^_^_^_^_^_^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^1o1d3Cnc24`f7n^a^n^3p^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_dc^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_ffchefefchefefk`efefefb__d^a`__fa`_feh`__:t^1_mb^Jiw1Jd1m_^a__^_^_^d^`^h^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^f^_^b^\
                j1c_^c^N8q^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^q^_^_^_^_^_^_^_^_^_^_^_^_^_^4e^_^_^_^_^_^_^a^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^h^_^`^_^_^_^_^b^b^__`^_^_^_^_^_^_^_^_^_^i^_^\
                _^_^_^_^_^_^b^_^d^c^_^z^Jz^z2mCJ^djb11gw16k1e4f1a4yh_l_d__1Ha1p2Nk}E<^}NE`1_
                """),
        NamedScalars(
            short: "CWU", long: "Changes_When_Uppercased",
            encoded: """
                3_w1x^1gu_e_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`^_^_^_^_^_^_^___^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^`^_^_``^_^`^a^c^`^a_a^`^_^_^`^b^`^a^_^`^a^_^c______^_^_^_^_^_^_^___^_^_^_^_\
                ^_^_^_^_____^a^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^a^_^_^_^_^_^_^_^_^f^`__^b^_^_^_^_c___^__a__^___b`\
                ^__`^e^`^__acc^h_5d^1i^_^a^a`p^y1`__a`_^_^_^_^_^_^_^_^_^_^_^_b_^`^`^1r1m_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
                _^_^g^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`^_^_^_^_^_^___^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^1o1d2Jf1h``Gvc24`f7n^a^n^3p^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_dc^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_ffchefefchefefk`1r__b^_^a`__b^aa`_feh`__b^:o^1_mb^Jiw1Jd1m_^a__^_^_^d^`\
                ^h^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^f\
                ^_^b^j1c_^c^N8q^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^q^_^_^_^_^_^_^_^_^_^_^_^_^_^4e^_^_^_^_^_^_\
                ^a^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^h^_^`^_^_^_^_^b^b^__`^_^_^_^_^_^_^_^_^_\
                ^i^_^_^_^_^_^_^_^b^_^d^c^_^z^Jz^z2mCJ^djb11gw16k1e4f1a4yh_l_d__1Ha1p2Nk}E<^}NE`1_
                """),
        NamedScalars(
            short: "Dash", long: "Dash",
            encoded: "1k^1:z^1q^3B_^10c^20gc1{^1e^m^<d^30b^`^}_b^z^=|^q^3m^1C<n_1c^h^5g^3L}^"),
        NamedScalars(
            short: "DI", long: "Default_Ignorable_Code_Point",
            encoded: "5k^E_^Fj^2J`_1Bq_2sb1Oybxb1om47r^1C4ym7m^5^^2mf1?5ea56meH;Dc3O}"),
        NamedScalars(short: "Dep", long: "Deprecated", encoded: ":g^19g^28a^_^21g_26ccEw_KG6t^"),
        NamedScalars(
            short: "Dia", long: "Diacritic",
            encoded: """
                2|^_^2e^d^b^`_?u4|_ecco_b^g_7{b6o^1un_x_^___^4deb_4d_b_a`2ax2yh1xh1`_3|e1ggny1{^n^aaz^2h^n^3l^n^3l^n^1\
                m`1z^n^e^3u^3l^n^3l^n^3k_n^3z^3zc_^3i^kb2i_y^_^_^b_2``__1|^3n^__1f_bbwd_^h_F_`Mr_5qhg^:y`9we`^1nl`h3f^\
                m^1df1t_4h_2^c2pvb^d^``1p1|2wi1ch={^_`i`k`k`k_37n`9{^?xc3ga2}^M;p^j__^z_2p_l1_3d`3k_6h^yo1wa1b^2}^j^1b\
                ^4s`2_a1q^3bbg`4^_CIn^H_m8l^_^1m^1k_2a^Gz^14}c_1g_fIh_Ayc>s`2dh1oa6^^1g^2f_3v_1|^2j^g`3f_5p_2o^n^vdab6\
                k^a^3y_7y_3|^3t_3q^8k_8`_b^4z^2q^p^2o^=c^8`^__2o^5Eml=Dxb1yd12vn2n_?O|a_d__7H_1k`tA^`acfe`d|a3D`1{6`d;\
                u^1{a1?^d3k`_`
                """),
        NamedScalars(
            short: "Emoji", long: "Emoji",
            encoded: """
                1a^d^cg3m^b^7Lk^j^6v^t^2xcm_;m_j^5d^whb`6e^7e_h^g^1xa_bg^`^`_`^b^`^__`^a^a_f`c^_^cii_`^___^p^`_pc_^__a\
                _c^`_b_i_c_`^c__^__r_cc_a`^b^`^`c_^`^_^_^d^a^d^h_m^`^b^_^b`_^i_1n`g^l^l^;r_>m`q_1q^b^16x^j^Bw^_^3?;h^6\
                h^5^_j_l^`g2iw__u^r^`fs_5l1_`3m`__``2p``_8d_1|ic_ue_`ej^`a`^b_k_`^f_g^c`j`f``^_^b^d^a^d2s1n2cce``bga^_\
                _a^`g7aib^8y1l_g_5v3njafe1k_dfkbfef
                """),
        NamedScalars(short: "EComp", long: "Emoji_Component", encoded: "1a^d^cg7Nq^6s^1G9i^1LNtw?yb1=naH1Cj2}"),
        NamedScalars(short: "EMod", long: "Emoji_Modifier", encoded: "3LOyb"),
        NamedScalars(
            short: "EBase", long: "Emoji_Modifier_Base",
            encoded: """
                9@{^6y^na3C3u^1z``^``3s_`hspa^b`_`e^_^v^6g_b^s^b_5l`ab2q^n`g^i^A}^`^fed^gg``1v^1{____^o`_j7c`1hf
                """),
        NamedScalars(
            short: "EPres", long: "Emoji_Presentation",
            encoded: """
                8Hx_6kaa^`^@g_s_1pi1i^q^k^f_o_c_f^c^s^e__^b^`^e^b_z^1a^_^b`_^1{`v^l^Jy_1q^b^3A5l^6h^5|^`g2iw_^v^r^`b_`\
                s_5l1^jf_2c_sj1hbbjna^a2d_^_5x`1|ka_up^x_k^2t2r1n2cd^a```bai_ef7aib^8y1l_g_5v3njafe1k_dfkbfef
                """),
        NamedScalars(
            short: "ExtPict", long: "Extended_Pictographic",
            encoded: """
                5g^b^7Lk^j^6v^t^2xcm_;m_j^2}^2d^whb`6e^7e_h^g^1xa_c_i_3oh3s`h_^_^d^a^d^h_m^`^b^_^b`_^ib1k`g^l^l^;r_>m`\
                q_1q^b^16x^j^Bw^_^3?;d7}k`}^1zcj_l^`gp1vylh^r^`f_ag=oc9{f8g1n3}3ri2s1hja1vehc1fe|2oj1l_g_=v8^O{
                """),
        NamedScalars(
            short: "Ext", long: "Extender",
            encoded: """
                5u^@v_Kl^=w^Jx^Gn^3}^2:a^1v^Ca^<l^2b^4Lg^1ib3e_2{`KHt^1?t^N`^t^4g^3j^s_E3y^20n_2Nx^Cf`16m^D5g_14z__^L:\
                v_20d`
                """),
        NamedScalars(
            short: "Gr_Base", long: "Grapheme_Base",
            encoded: """
                1^2|1_j_Bo3ne`cbd_^_q_6}e5c_1c`1o``1l^_^`^`^gxbcogi^_1ksm_3bf^d_`^b}`^_{{2vi^l1hgdaub^g^a^el_vc^_hc|o1\
                g1w1t_^_afa_`eg`z___e`_`s_d_^aaa^__d_`__^k__`buc^_cb_`s_d______b`va_^eg``_^j^_f_`_s_d___baaf^__a^m_bie\
                ^f__e`_`s_d___ba^`^d_`_m__`boi^_ca`_aa__^__a_a`aic^__a`_`a^srd`_e_`_t_ma^aaq``^`_bgeg_h_`_t_g_ba_____`\
                ___o___bg_`lh_`_1f`^__c`_`__b`_gbw`__oau_f_^`dg_ddeg``j1m__iefj1c__^_b_u_^_g__g^`b_^gg`a1^u`x_^_^_k_1a\
                p^c^`b1oe_c_j1c1jb^d^`_`v`aambj__`c_l_1e_^c^`;v_a`d_^_a`1f_a`1^_a`d_^_a`l_1v_a`2`czawd2s`c`Dza2veoa^gp\
                ``golj_`m1q`^ee__ifagdgdhcgd2veb`1__^c2ch|ba``b__ce^a1g`bi1ibwdha1v`_a1u_^g^__fckgdgdk2t1me^_b_gaxgha}\
                b_`^a1u_^``_^a_f1mf_cla1ye1h`hi^k^ea_c_``^c5}2^8s`c`1c`c`e_^_^_^_|`1r_l_k`c_p``_f_hcue1nn_`x_ja1^1}4ib\
                Dtwhs1Hq`}_:ua_c1j_^c^`1ue_mtgd_d_d_d_d_d_d_d1_2{1`w_2vj6sxib1gdm_2sb3bc1h_2{_2qj1l_LCja1tg:yr1lb^h}`2\
                m`cf6hc__^_bvm_`_a_v`bbgd1uf2ahivj_1cfvi_i{d1m__b_`m_hbd_v_1fd_`_i`_e_^`g`}_1p_^a_`b`^_^vn`eic`c`cgd_d\
                _1yb3r___aagd:Majtb1n88b;k`3g1ddjbc^_u_b_^_____3zn=z`1se^1^mngt1`_p_abb_4db4z`|ac`c`c``ad_dk_`i_w_p___\
                l`k1`3xc`b1ja2u_ja^1m1j4aza1nnxb1ag{c1ch{_1bbk1h4{`gd1ab1ab1ef1qii_l_d___h_l_d__2a9tgshevc_1g_f2cc`^_1\
                i__a^`t_2eff1np__c1^axc^2^1ubq`1lma_`_zhfefe1}1^1bdig1saz`xcweajd2n2f1u1pk1pe1gjg9d|_1ga^`_2l1efsiftob\
                a1dyrtg^_1smdb{__`^j1nb_`__alvegg1ac^gof1`_`i1qggb__m_qio_ya__^`c__1}d_^_a_l_hd1l_`kgf__e`_`s_d___ba^_\
                ^_a`_```^jd4z1uf_a^_r_^_`|1m__d^___^`^`afg5d1l__da`^`x1b1pf__^`aigdjq1h_^__d^__dg1txc_b^gt5w1lg^`^3b2p\
                je`^`e___u_b__b^_a_`gg2de`1gfa_ay^h1ed_beg^d_a1kk^`fk2feg7tf_1cl^_chza}w^e^`^2id___1cs^ggdc___1bb__^_^\
                eg9tp`agl_1af__^_t2t^m1okLx3d3l_bi6a2Bj3`k11moc3MwBd8=wAve|_gb2n_gd{e^h1melhg_d_rcpEn2x3c2hc1uij2^aj_l\
                5Ouf16s1hf8Gea_d___9`m^{``^laf<i28b3hcjafeg`^`^4En3q1z7sh1d`1y_^aas_e{b1zs2_a^3xqjqj2tgv4e2r_2d__`^`_`\
                a_i_^_d_2^_a`e_d_y_a_b_^ad_:q`9a`Ao1ua1pe_k_d13r|dc8c1{4p1jhd`gb_:^{p1ibgc^>nybgGdd_a___l_6b`f1n2ae^bg\
                b_Ho2a2j1z6`a_x___^`^_g_a_^_^d^b^_^_^_`___^`^_^_^_^_^___^`a_d_a_a_^_g_nc`_b_n1r_8l1ib3ajl`l_l_1bh5k1vz\
                k1ibfe_lc4xNubnaja3tb2|dib^mib1ufgd1ef{`_2l:qjk`jafe1k_dfkbfefe4p_1t1cg10d19F}1^41wd6{`5D_l79n30}@{1?`\
                4Jhc42}
                """),
        NamedScalars(
            short: "Gr_Ext", long: "Grapheme_Extend",
            encoded: """
                H^3m8qd8e1j_^_____^2fh1nrn^3cd`c`__a1a^|x2yh1xfg^va_f_`_b1i`1ze1hu_}1u^_^beb^adh_{^1x^_^`af^g^h_x^`_1w\
                ^b_b_``a^|_a^i_1w^bb__b^r_tc_^1x^___af^e`h_|^1y^_^j^g^1f^a^1u^_`c`_ae_i_{^1x^`^`^a^c_e_i_z_1w__^`af^g^\
                h_{^2f^b^``_^f^2o^`dje3`^`fid2g_y^_^_^1uk_b__ch_1ag^3da_c__`_w_b`nak^`_d^m^E}`Mp`{_|_|_2^__df^`hg^1k`_\
                ^3s_1`^3t`b_g^d`6y_`^1x^_d_^_^`edg`^1n|1oa1nd_^c^1ffj_1^a`__`1v^__a^_`1xe`_4v`_j_db^d^a_6d1}@j^6a1^2O|\
                `4k^3^}Ahc3g_M>ra_g1^_2n_8n^a^b^w_c^4u_xok^1dewh1l`1n^`a`_1e^2ac`_`_j^f^1m^1q^_``_c__^1h_f^7l^`^b^CIn^\
                G_mnm;l_B{^7`^4sb1Dd`__ca1f`b^5c_A{a<a_2n`2dh1oa3y^1tl1g^`_h`1oa`_e^1{`1bb_e1|^j_1rfha`^2}``^__d^`^4{^\
                aes_1w__^_^t^ldab6ae``_^u^2o^`c_^`^____7i^`ad___y_2se`^__3h^_^`c_^3c``a_b8af__7s^h__^b^4na`_b^1^g1fc`a\
                f^gc``1lj__<td_c_^2ps`d____3xca^___d_^2f_a^_^:y_i_1rbc^_^57{^dl=Dxb1yd10v^1}a2o^C5v_4C_1k`t@|^_`bbfe`d\
                |a4r`1My1tb1of^l^tb_l1:nd_n`d___b3b^5^d;u^1{a?zaO^d3kdH5Fs2}4^7m
                """),
        NamedScalars(short: "Hex", long: "Hex_Digit", encoded: "1ngecxc1OEggecxc"),
        NamedScalars(short: "IDSB", long: "IDS_Binary_Operator", encoded: ";On_`e"),
        NamedScalars(short: "IDST", long: "IDS_Trinary_Operator", encoded: ";Op_"),
        NamedScalars(
            short: "IDC", long: "ID_Continue",
            encoded: """
                1ngewb^_w1m^h^_^`^ct_|_>gbilbe^_^o3r__`a_^db_^_q_2p_4h_b`5c_1c`^d1ff1j_^_____^fxba{hc2gb3c_e`g_p`^n1x`\
                3bl1sb^`^`1kpybhcu_cg2g_4^`g_p_e`_`s_d_^aa`f`_`af^b__b`ih^_^``_cb_`s_d______`^_bb_``a^ea_^emi`_f_`_s_d\
                ___b`g_`_``^ma`ggd_`_e`_`s_d___b`f`_``e`b__b`g_^n__ca`_aa__^__a_a`aibba`_a`^d^lgnj_`_t_m`f_`_ae__``^`a\
                `gna_e_`_t_g_b`f_`_ae_d__a`g_`jj_`_1p_`_bcaeb`ghc_`_oau_f_^`da^bc_^_edg`_k1wcl_g1e__^_b_u_^_t`b_^_d_g`\
                a1^^u_dgi^_^_^bg_1abq_o_1ag^1w2gd2k`1c_^c^`1h_:j_a`d_^_a`1f_a`1^_a`d_^_a`l_1v_a`2```gflmn2s`caCi`n_wc2\
                hahesgsiqjj_`__j2qa^b_`g1_`_hd2ve1hc2ch|_ibih1e`bi1ibwdh1cyb1|_z`hdgk^fk_m1o2jagofj3qj1ufga1n`fe1h``n`\
                _1dc@s`c`1c`c`e_^_^_^_|`1r_d_^a`_daa`cbjc`_d2`_q^z^k^nj1qjb^aio^b^`g_^`cd^_^_^_m`acbb^o1f2Cu7bdfj1c_^c\
                ^`1ue^mugd_d_d_d_d_d_d_d_}@c`wl_b`bb2s`d_2w_ac1h_2{o}1nm@^6=}2^EDj2a1k`8jayr1mbg_3p1cf`3d`1}c__^_bv1sb\
                ^q1qj2chgdua^_1n`1ajza2^lhd|_1tgk`gdta2fv``m`bhc`c`cgd_d_1h_kd3x__`gd:Majtb1n88b;k`3g1ddjbci_j_b_^____\
                _3i1_;hp1}`1s1fibmnma_v`1^b_4dqgewb^_wi2vac`c`c``1ai_w_p___l`k1`3x2c1r4f^4`za1nm^}}k{c1hc{`1abe_b1h4{`\
                gd1ab1ab1ef1qjh_l_d___h_l_d__2a9tgshevc_1g_f2cc`^_1i__a^`thtg|2_p__hshw2d1ud_2^a__ce_`_z``b^1^zaz1ae_{\
                w1shshpko3l2f1u1pk1pk1efg:d1g__a_2i}h^f1^}s1hrytg2d}mg1ye^kvegd1r_gbaf1a`^g2bba_j_^1ao_1bda1|d_^_a_l_g\
                e1xcgda_e`_`s_d___b_g`_```^d^cd`dab4i2hcgba|2c_^fg5d1s`fuc1`2^a^ig1d1veg1tx`lbgdd5w1x3c2gse`^`e___{__`\
                fjg2de`1k`e__y1|f^f2ga^p2f8ef_1j_fmgv{`s_k2gd___1ia^___ffgdc___1b___ceg9ttgn_1fabkg2t^2mLw3d3lo6a2Bj3^\
                m11mns3MhBd8=wAve|_gd2l_gd{`bi1tgajggrcpEn1}4^2hb1ven2^___i_l5Ouf16s1hf8Gea_d___9`m^{``^laf<i28b3hcjaf\
                ega_4C_1k`t@|bacfe`d|a4r`=y2r_2d__`^`_`a_i_^_d_2^_a`e_d_y_a_b_^ad_:q`v_v_|_v_|_v_|_v_|_v_e`1o@^1tb1of^\
                l^tb_l12n|dc6sd_n`d___bc1{1_^3n1jak`gb^:_|o1w>t1gGdd_a___l_6bid1g2ibg15da_x___^`^_g_a_^_^d^b^_^_^_`___\
                ^`^_^_^_^_^___^`a_d_a_a_^_g_nc`_b_n39rg10d19F}1^41wd6{`5D_l79n30}@{1?`4Jhc42}EG:n7m
                """),
        NamedScalars(
            short: "IDS", long: "ID_Start",
            encoded: """
                2_wdw1m^h^b^ct_|_>gbilbe^_^4_b__`a_^d^_`_^_q_2p_4hf5c_1c`^d1f2exba1k1h1a__3`_^m_e_h``^n^_{{2vi^v1^g_b^\
                csb^g^a^uvehcu_co1g1x1sa^p^egmmbe`_`s_d_^aaa^n^k__`l_h^fcb_`s_d______}a_^q`nf_`_s_d___ba^p^m_u^ie`_`s_\
                d___ba^|__`m^o^_ca`_aa__^__a_a`ait^1re_`_t_ma^x``^`_|^be_`_t_g_ba^}___m_of_`_1f`^n^c`f`vccoau_f_^`d1x1\
                m__jd1x__^_b_u_^_g__g^`b_^sa1^^1}e_1ayb3q1hr^ncbaa^a_e`bjj^o1c_^c^`1h_:j_a`d_^_a`1f_a`1^_a`d_^_a`l_1v_\
                a`2`1cmn2s`caCi`n_wc2haheokplolj_`m1q1a^b^2a2ve1f_^c2ch|1o{`bi1ibw1ttg1r2p^2{1loe1t{k_h1ix1a1g`h1a`fe1\
                h``1ga_c__a^c5}2^8s`c`1c`c`e_^_^_^_|`1r_d_^a`_daa`cbjc`_d3r^k^nj3c^b^`g_^`cd^_^_^_m`acbb^o1f2Cu7bdaa_j\
                1c_^c^`1ue^ntgd_d_d_d_d_d_d_dAd`wfeb`bb2sbb_2w_ac1h_2{o}1nm@^6=}2^EDj2a1k`8jamh_r1ln|`2m1ef`3d`1}c__^_\
                bvm_`_a_t{1ql1o1|ca^__iyhtwze1lz^nb_ghb_1fu`_erta^a1o_^a_`b`^_^v``he`jc`c`cgd_d_1h_kd3p{:Majtb1n88b;k`\
                3g1ddjbc^_g_j_b_^_____3i1_;hp1}`1s1fi3rb_4d1bwdwi2vac`c`c``1ai_w_p___l`k1`3x2c1r8iza1n1m}k{c1ch{`1abe_\
                b1h4{p1ab1ab1ef1qjh_l_d___h_l_d__2a9tgshevc_1g_f2cc`^_1i__a^`thtg|2_p__hshw2d1ud_2^^ma_`_z1hzaz1ae_yy1\
                shshpko3l2f1u1pk1pk1a:z1gd_2lzh^fs1ho1lrytj1r1w_`^k1j1^vx1a{^`^f1`a^j1mlas^_^1ao_vq_1}d_^_a_l_ge1l1de`\
                _`s_d___ba^p^jb4|1rpar`|1mr__^5v1l1ga1b1mr^1y1hk^2ex1cd5w1i3r1}}e`^`e___um^_^2|e`1dn^_^z^h1ee^s^i1kq^p\
                2f8ef_1bo^1o{3nd___1cs^wc___}l^:epm^_j_1_3z^2mLw3d3lo6a2Bj3^m11moc3MwBd8=wAve|o2lo{p1mna}rcpEn1}4^2hc^\
                2`j2^__^z5Ouf16s1hf8Gea_d___9`m^{``^laf<i28b3hcjafeg5Kd2r_2d__`^`_`a_i_^_d_2^_a`e_d_y_a_b_^ad_:q`v_v_|\
                _v_|_v_|_v_|_v_e1Ir|dc8c1{4p1jhdn^:_{p1i?byGrd_a___l_6b1y2ae^15ra_x___^`^_g_a_^_^d^b^_^_^_`___^`^_^_^_\
                ^_^___^`a_d_a_a_^_g_nc`_b_n4:b19F}1^41wd6{`5D_l79n30}@{1?`4Jhc42}
                """),
        NamedScalars(
            short: "Ideo", long: "Ideographic",
            encoded: """
                <0d_wfl`Nc6=}2^D?}F8^;k`3gM8h^y5Ouf16s1hf93e<iC8b19F}1^41wd6{`5D_l79n30}@{1?`4Jhc42}
                """),
        NamedScalars(short: "Join_C", long: "Join_Control", encoded: "80j_"),
        NamedScalars(short: "LOE", long: "Logical_Order_Exception", encoded: "3B^b3yb2Gn``^147x_`^__"),
        NamedScalars(
            short: "Lower", long: "Lowercase",
            encoded: """
                3_w1m^h^b^1bu_e_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^___^_^_^_^_^_^_^___^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`^_^_``^_^`^a_b^`^a``^`^_^_^`^___^`^a^_^`_``d^`^`^_^_^_^_^_^_^_^___^_^_\
                ^_^_^_^_^_^__`^_^a^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_d`^`__^b^_^_^_^_2b_1ae_|b3\
                ^^1i^_^a^`ap^y1`__a`_^_^_^_^_^_^_^_^_^_^_^_b_^`^`_1q1m_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^g^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`^_^_^_^_^_^___^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^1n1f2Je1h_aGvc24`f3u5}2_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_f_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_ffchefefchefefk`efefefb__d^a`__fa`_feh`__3w^k^nj3k^a_a^y^b^b^`_fab^1_mb^Jiw1Jd1m_^a__^_^_^\
                b^___ea^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
                _^__e^_^b^j1c_^c^N8q^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^q^_^_^_^_^_^_^_^_^_^_^_^_^_`4c^_^_^_^\
                _^_^_`_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_g_^_^`^_^_^_^_^b^_^`^_`_^_^_^_^_^_^\
                _^_^_^_^c^c^_^_^_^_^_^_^_^b^_^d^_^_^_^_^v`_^_`Is1h_kd2mCJ^djb11gw16k1e4f1a4yh_l_d__>a^``_1g_f18c1p2Nk}\
                E<^}I<xwxd_oxwxa_^_d_hxwxwxwxwxwxwxwxwxyzv_cxv_cxv_cxv_cxv_c_^1Irg_qdc8c1{25r1_
                """),
        NamedScalars(
            short: "Math", long: "Math",
            encoded: """
                1i^n`}^{^_^1k^b^1c^}^Fv``^x_``@m`6@k^y`i^a^k^lasbib2_jb^a_bbp^b^`g_^`cd^a_`__`_cak_^2bu_c__b_b}_^d_l8i\
                far_2x^|x_^v^id={_jgbcb_`_abl^_^`ciec_1w^_^{ag`:n1}8^?}1nr`c1CNz^Iuc_^5`^n`{^_^{^_^4a^da1E0q2r_2d__`^`\
                _`a_i_^_d_2^_a`e_d_y_a_b_^ad_:q`9a`1o5@^a_x___^`^_g_a_^_^d^b^_^_^_`___^`^_^_^_^_^___^`a_d_a_a_^_g_nc`_\
                b_n1r_
                """),
        NamedScalars(
            short: "NChar", long: "Noncharacter_Code_Point",
            encoded: """
                1O>n}@l_1OO|_1OO|_1OO|_1OO|_1OO|_1OO|_1OO|_1OO|_1OO|_1OO|_1OO|_1OO|_1OO|_1OO|_1OO|_1OO|_
                """),
        NamedScalars(
            short: "Pat_Syn", long: "Pattern_Syntax",
            encoded: "1_lhdxa_^xa1`d_^___^__b^b^a^u^}^7Hvufl`p_g9oFm5^Cs|13i@^3}<_`bvm^1C8k_8c_"),
        NamedScalars(short: "Pat_WS", long: "Pattern_White_Space", encoded: "gbp^3b^7Lf_v_"),
        NamedScalars(short: "QMark", long: "Quotation_Mark", encoded: "1`^b^4a^m^7Jzew_3@e^>gak`1CA_a5{^b^2x_"),
        NamedScalars(short: "Radical", long: "Radical", encoded: ";D^w_2vj6s"),
        NamedScalars(short: "RI", long: "Regional_Indicator", encoded: "3L?dw"),
        NamedScalars(
            short: "STerm", long: "Sentence_Terminal",
            encoded: """
                1_^j^n^1:g^4q`5r^1i`7t^1{^_^a_9c_1Gb_Ht^b_Hc^6d_6j^c^9x_;`a5l_`_{_5z_2__Mz_g`3?b^k^t_=k^M7z^8l_7a^a^;|\
                _2t_2}^4v_4q`4n_7w^DCd^a_5g^j^n^2_^2Gr_17{b1ja5{_3sa3}`4__d^n_2v___3j^=__;s_cl3g_7w`@c^_^7y_2u_=b_Er_2\
                h_BIg_4c^2__i^Jq^C@d^7?f^
                """),
        NamedScalars(
            short: "SD", long: "Soft_Dotted",
            encoded: """
                3g_6b^8w^|^1r^r^:^^3`^_^68g^1q^k^a^4b^4{^=c^6t_2Ip^39Mc_1p_1p_1p_1p_1p_1p_1p_1p_1p_1p_1p_1p_24d^9o_x^
                """),
        NamedScalars(
            short: "Term", long: "Terminal_Punctuation",
            encoded: """
                1_^h^_^i_a^I|^f^@_^1w^2f^l^_`5r^1ih_^7i_1tl}^8c_17r_5j^bc9u_HseHc^3z`2e_4{`a^1ea`_9x_;`a5l__`{_5zb1|_M\
                z_g`3?b^k^b^h^__a_=j_M7y_8k`7ab;|_2t_2}^4u`4q`3}^n_7w^DCb`_a5g^h^_^i_a^2_^`^11x^1n^14d^6e^9t_4vc2bc2wa\
                Mvb1ja5{d3na3}`4__d^n_2vb3j^=_`j_;daal3g_7w`@c^_^7y_2u_b_<|`1k^Dc_2h_19ibA?w_4c^2_`h^Jp_C@d^7?ea
                """),
        NamedScalars(
            short: "UIdeo", long: "Unified_Ideograph",
            encoded: "=0^6=}2^D?}F@l__^__h^_^__``21>t19F}1^41wd6{`5D_l79n50}4Jhc42}"),
        NamedScalars(
            short: "Upper", long: "Uppercase",
            encoded: """
                2_w3ct_d1_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`^_^_^_^_^_^_^_^`^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^___^_^a__^___``a___`a____^_^___^`^___`_^__a^e^`^`^`^_^_^_^_^_^_^_^`^_^_^_^_^_\
                ^_^_^_^`^`^_`_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^e___`^_a_^_^_^_^9_^_^a^f^d^_`_^\
                ___n_f1a^``a^_^_^_^_^_^_^_^_^_^_^_^c^`^__`1p1n^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^g^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^___^_^_^_^_^_^`^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`1c2Jg1c_^c^Fp2s24x1h``:^^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^g^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^gefchefefci^_^_^_^fe2fajajajbia8d^b^a````^abd^_^_^_a`ah_c^xmq^Ipw1In1m1n^_``^_^_^_a_^`^f`_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^f^_^b^N:k^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^q^_^_^_^_^_^_^_^_^_^_^_^_^_^4e^_^_^_^_^_^_^a^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^h^_^___^_^_^_^b^_^`^_^a^_^_^_^_^_^_^_^_^_^_b_b_^_^_^_^_^_\
                ^_^_a_^d^c^_^z^EIiw16c1e4f1a4zh_l_d__1Gh1p2Ok}E<^}I=^wxwxwx^__`^`_`a_exwx__a`e_dy__a_b_^adywxwxwxwxwxw\
                |v1_v1_v1_v1_v1_^49s1_20lwdwdw
                """),
        NamedScalars(short: "VS", long: "Variation_Selector", encoded: "60i`_^1I?nmJ0Gn7m"),
        NamedScalars(short: "space", long: "White_Space", encoded: "gbp^3b^x^5>}^2;}h{_c^1m^3M^^"),
        NamedScalars(
            short: "XIDC", long: "XID_Continue",
            encoded: """
                1ngewb^_w1m^h^_^`^ct_|_>gbilbe^_^o3r__a`_^db_^_q_2p_4h_b`5c_1c`^d1ff1j_^_____^fxba{hc2gb3c_e`g_p`^n1x`\
                3bl1sb^`^`1kpybhcu_cg2g_4^`g_p_e`_`s_d_^aa`f`_`af^b__b`ih^_^``_cb_`s_d______`^_bb_``a^ea_^emi`_f_`_s_d\
                ___b`g_`_``^ma`ggd_`_e`_`s_d___b`f`_``e`b__b`g_^n__ca`_aa__^__a_a`aibba`_a`^d^lgnj_`_t_m`f_`_ae__``^`a\
                `gna_e_`_t_g_b`f_`_ae_d__a`g_`jj_`_1p_`_bcaeb`ghc_`_oau_f_^`da^bc_^_edg`_k1wcl_g1e__^_b_u_^_t`b_^_d_g`\
                a1^^u_dgi^_^_^bg_1abq_o_1ag^1w2gd2k`1c_^c^`1h_:j_a`d_^_a`1f_a`1^_a`d_^_a`l_1v_a`2```gflmn2s`caCi`n_wc2\
                hahesgsiqjj_`__j2qa^b_`g1_`_hd2ve1hc2ch|_ibih1e`bi1ibwdh1cyb1|_z`hdgk^fk_m1o2jagofj3qj1ufga1n`fe1h``n`\
                _1dc@s`c`1c`c`e_^_^_^_|`1r_d_^a`_daa`cbjc`_d2`_q^z^k^nj1qjb^aio^b^`g_^`cd^_^_^_m`acbb^o1f2Cu7bdfj1c_^c\
                ^`1ue^mugd_d_d_d_d_d_d_d_}@c`wl_b`bb2s`_``_2w_ac1h_2{o}1nm@^6=}2^EDj2a1k`8jayr1mbg_3p1cf`3d`1}c__^_bv1\
                sb^q1qj2chgdua^_1n`1ajza2^lhd|_1tgk`gdta2fv``m`bhc`c`cgd_d_1h_kd3x__`gd:Majtb1n88b;k`3g1ddjbci_j_b_^__\
                ___3i1_4hd6wp1}`1s1fgdmnma_v`1_^_^a^_^_^_^_3{qgewb^_wi2vac`c`c``1ai_w_p___l`k1`3x2c1r4f^4`za1nm^}}k{c1\
                hc{`1abe_b1h4{`gd1ab1ab1ef1qjh_l_d___h_l_d__2a9tgshevc_1g_f2cc`^_1i__a^`thtg|2_p__hshw2d1ud_2^a__ce_`_\
                z``b^1^zaz1ae_{w1shshpko3l2f1u1pk1pk1efg:d1g__a_2i}h^f1^}s1hrytg2d}mg1ye^kvegd1r_gbaf1a`^g2bba_j_^1ao_\
                1bda1|d_^_a_l_ge1xcgda_e`_`s_d___b_g`_```^d^cd`dab4i2hcgba|2c_^fg5d1s`fuc1`2^a^ig1d1veg1tx`lbgdd5w1x3c\
                2gse`^`e___{__`fjg2de`1k`e__y1|f^f2ga^p2f8ef_1j_fmgv{`s_k2gd___1ia^___ffgdc___1b___ceg9ttgn_1fabkg2t^2\
                mLw3d3lo6a2Bj3^m11mns3MhBd8=wAve|_gd2l_gd{`bi1tgajggrcpEn1}4^2hb1ven2^___i_l5Ouf16s1hf8Gea_d___9`m^{``\
                ^laf<i28b3hcjafega_4C_1k`t@|bacfe`d|a4r`=y2r_2d__`^`_`a_i_^_d_2^_a`e_d_y_a_b_^ad_:q`v_v_|_v_|_v_|_v_|_\
                v_e`1o@^1tb1of^l^tb_l12n|dc6sd_n`d___bc1{1_^3n1jak`gb^:_|o1w>t1gGdd_a___l_6bid1g2ibg15da_x___^`^_g_a_^\
                _^d^b^_^_^_`___^`^_^_^_^_^___^`a_d_a_a_^_g_nc`_b_n39rg10d19F}1^41wd6{`5D_l79n30}@{1?`4Jhc42}EG:n7m
                """),
        NamedScalars(
            short: "XIDS", long: "XID_Start",
            encoded: """
                2_wdw1m^h^b^ct_|_>gbilbe^_^4_b__a`_^d^_`_^_q_2p_4hf5c_1c`^d1f2exba1k1h1a__3`_^m_e_h``^n^_{{2vi^v1^g_b^\
                csb^g^a^uvehcu_co1g1x1sa^p^egmmbe`_`s_d_^aaa^n^k__`l_h^fcb_`s_d______}a_^q`nf_`_s_d___ba^p^m_u^ie`_`s_\
                d___ba^|__`m^o^_ca`_aa__^__a_a`ait^1re_`_t_ma^x``^`_|^be_`_t_g_ba^}___m_of_`_1f`^n^c`f`vccoau_f_^`d1x1\
                m_^kd1x__^_b_u_^_g_^h^`b_^sa1^^1}e_1ayb3q1hr^ncbaa^a_e`bjj^o1c_^c^`1h_:j_a`d_^_a`1f_a`1^_a`d_^_a`l_1v_\
                a`2`1cmn2s`caCi`n_wc2haheokplolj_`m1q1a^b^2a2ve1f_^c2ch|1o{`bi1ibw1ttg1r2p^2{1loe1t{k_h1ix1a1g`h1a`fe1\
                h``1ga_c__a^c5}2^8s`c`1c`c`e_^_^_^_|`1r_d_^a`_daa`cbjc`_d3r^k^nj3c^b^`g_^`cd^_^_^_m`acbb^o1f2Cu7bdaa_j\
                1c_^c^`1ue^ntgd_d_d_d_d_d_d_dAd`wfeb`bb2sd`_2w_ac1h_2{o}1nm@^6=}2^EDj2a1k`8jamh_r1ln|`2m1ef`3d`1}c__^_\
                bvm_`_a_t{1ql1o1|ca^__iyhtwze1lz^nb_ghb_1fu`_erta^a1o_^a_`b`^_^v``he`jc`c`cgd_d_1h_kd3p{:Majtb1n88b;k`\
                3g1ddjbc^_g_j_b_^_____3i1_4hd6wp1}`1s1fg3u^_^a^_^_^_^_3{1bwdwi1u`|ac`c`c``1ai_w_p___l`k1`3x2c1r8iza1n1\
                m}k{c1ch{`1abe_b1h4{p1ab1ab1ef1qjh_l_d___h_l_d__2a9tgshevc_1g_f2cc`^_1i__a^`thtg|2_p__hshw2d1ud_2^^ma_\
                `_z1hzaz1ae_yy1shshpko3l2f1u1pk1pk1a:z1gd_2lzh^fs1ho1lrytj1r1w_`^k1j1^vx1a{^`^f1`a^j1mlas^_^1ao_vq_1}d\
                _^_a_l_ge1l1de`_`s_d___ba^p^jb4|1rpar`|1mr__^5v1l1ga1b1mr^1y1hk^2ex1cd5w1i3r1}}e`^`e___um^_^2|e`1dn^_^\
                z^h1ee^s^i1kq^p2f8ef_1bo^1o{3nd___1cs^wc___}l^:epm^_j_1_3z^2mLw3d3lo6a2Bj3^m11moc3MwBd8=wAve|o2lo{p1mn\
                a}rcpEn1}4^2hc^2`j2^__^z5Ouf16s1hf8Gea_d___9`m^{``^laf<i28b3hcjafeg5Kd2r_2d__`^`_`a_i_^_d_2^_a`e_d_y_a\
                _b_^ad_:q`v_v_|_v_|_v_|_v_|_v_e1Ir|dc8c1{4p1jhdn^:_{p1i?byGrd_a___l_6b1y2ae^15ra_x___^`^_g_a_^_^d^b^_^\
                _^_`___^`^_^_^_^_^___^`a_d_a_a_^_g_nc`_b_n4:b19F}1^41wd6{`5D_l79n30}@{1?`4Jhc42}
                """),
    ]
}

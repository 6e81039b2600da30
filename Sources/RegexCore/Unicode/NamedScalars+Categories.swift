// Unicode 15.0.0, written by RegexCore/Unicode/Generation/generate.py. Change it there.

extension NamedScalars {
    /// Values and groups of values.
    static let generalCategories: [NamedScalars] = [
        NamedScalars(
            short: "C", long: "Other",
            encoded: """
                ^}2}1^k^Fh_dae^_^r^<k^1d_1p_a^1ueyadnt^6^^1n_1y_3ck1y_1o_m^z__^ib}f2h^5_^f_`_t^e^_`b_g_`_be_a`^c_w_a^d\
                a`_t^e^`^`^`__^ca`_a`_db^_doga^g^a^t^e^`^c_h^a^a__lb_jde^a^f_`_t^e^`^c_g_`_adaa`^c_pg`^d`a^b``^_^````a\
                `jac`a^b__c_ksbk^a^u^n_g^a^bd`^a___b_hdt^a^u^h^c_g^a^bd`c`^b_h^aik^a^1q^a^dan_x^a^p`v^g^__e`_ad^_^fch_\
                ai1xa{1b`^_^c^v^_^u_c^_^e^h_b}2f^1ba1e^1b^m^k1b6d^_b__;w^b_e^_^b_1g^b_1_^b_e^_^b_m^1w^b_2a_1^`xc2t_d_D\
                {`2wdtfvfrik^a^`i2|_hchcl^ic2wd1ib2dg}^jaja_`1h_ch1jaxci`1|_2_^{_ichcl_}1n2k`1m^3re1z`m`1zd1i_ie1ib@t_\
                d_1d_d_f^_^_^_^}_1s^m^l_d^q_a^g^ibxb1om`_y^k`1_l1_l4jaDuvir1Hr_1^^:{b1k^_b__1vd`kvfe^e^e^e^e^e^e^e^3|1\
                _x^2wi6twja2^^2t_3eb1i^2|^2ri1m^LCk`1uf:zq5ve6ib`^_^cu1y`hc1ve2dejc3rh|`2l^ia1_^1ufl_h_3euzgd_d_dfe^e^\
                1za3|_hc:Mbiua1o88a;l_3h1ceicbx^c^_^`^`^3{m={_1td_}1hc1q^q^bac^4ea5|`d_d_d_a`e^ej`_j^x^q^`^m_l1_3ybaa1\
                k`2v^k`_1l1l4_{`1olza1bf|b1ib|^1cal1g4|_hc1ba1ba1fe1rhj^m^e^`^i^m^e^`2`9uftgfud^1h^g2bd__^1j^``__u^2fe\
                g1mq^`b1_`yb_1}1var_1p^`bf^a^{_aahdgd2^}1eajf1t`{_ybxdbie2m2g1t1qj1qd1leh9c}^1h^a_`2h1ie1hsx1czquf2la1\
                bf1|^cjwdhc1s^pe1ef3^^rhp^1m1{e^_^b^m^ic1ybhcb^f_`_t^e^`^c^h_`_a__c_be_e`c4h2z^c{2feh5c1t_1d1_2chhckp1\
                xch1sy_mau5v1z3a2qif___f^`^|^`_jfh2cf_1l_ix2fe2qj2gdh7sg^1k^lg{`1^_t^l2fe^`^1j`_^`^gehcd^`^1c^`^ddh9sw\
                do^1g`z2s_l1pjLy3c3m^ch6b2Bi3aj11nmt3MgBe8=vAwd}^ha2o^hc|_dg2dgh^e^sbqEm2y3b2ia1wdo1}ch`k5Ove16t1gg8Gd\
                b^e^`^9al_za__kbe<j28a3ibk`gdh_b4B}1l_uf3r1y7tg1e_2he3nr2d3wriri2ufw4d2s^2e^`___`_b^j^_^e^2_^b_f^e^z^b\
                ^c^_`e^:r_9b_E|lc^m12m}cd6re^o_e^`^cb1|1^_3m1k`l_ha`9}}n1xb_>m1hGce^b^`^m^6c_n1f2jaha`Hn2b2i1{6_b^y^`^\
                ___^h^b^_^_c_a_^_^_^a^`^___^_^_^_^_^`^__b^e^b^b^_^h^oba^c^o1q`8k1ja3bim_m^m^1cg5l1u{j1jagd`kd4wNvao`k`\
                3ua2}cja_lja1vehc1fe|_`2k:ril_k`gd1l^eelagdgd4q^1u1bh10c19G^}41xc6|_5D`k79o30|@|1?_4Jib43^EG:m7n5O@m
                """),
        NamedScalars(short: "Cc", long: "Control", also: "cntrl", encoded: "^}2}1^"),
        NamedScalars(
            short: "Cf", long: "Format",
            encoded: "5k^1:pct^6^^1o^<^_2n^3Ii^1Ozbxb1ob_g1GDm^7w`46_^m^8K`m123^a56meH;Dd^|2}"),
        NamedScalars(
            short: "Cn", long: "Unassigned",
            encoded: """
                Kv_dae^_^r^<k^1d_1p_a^1ueyadh8l^1z_3ck1y_1o_m^z__^ib}^`c7j^f_`_t^e^_`b_g_`_be_a`^c_w_a^da`_t^e^`^`^`__\
                ^ca`_a`_db^_doga^g^a^t^e^`^c_h^a^a__lb_jde^a^f_`_t^e^`^c_g_`_adaa`^c_pg`^d`a^b``^_^````a`jac`a^b__c_ks\
                bk^a^u^n_g^a^bd`^a___b_hdt^a^u^h^c_g^a^bd`c`^b_h^aik^a^1q^a^dan_x^a^p`v^g^__e`_ad^_^fch_ai1xa{1b`^_^c^\
                v^_^u_c^_^e^h_b}2f^1ba1e^1b^m^k1b6d^_b__;w^b_e^_^b_1g^b_1_^b_e^_^b_m^1w^b_2a_1^`xc2t_d_D{`2wdtfvfrik^a\
                ^`i2|_hchcxc2wd1ib2dg}^jaja_`1h_ch1jaxci`1|_2_^{_ichcl_}1n2k`1m^3re1z`m`1zd1i_ie1ib@t_d_1d_d_f^_^_^_^}\
                _1s^m^l_d^q_a^g^3c^j_y^k`1_l1_l4jaDuvir1Hr_1^^:{b1k^_b__1vd`kvfe^e^e^e^e^e^e^e^3|1_x^2wi6twja2^^2t_3eb\
                1i^2|^2ri1m^LCk`1uf:zq5ve6ib`^_^cu1y`hc1ve2dejc3rh|`2l^ia1_^1ufl_h_3euzgd_d_dfe^e^1za3|_hc:Mbiua1oa8Cl\
                _3h1ceicbx^c^_^`^`^3{m={_1td_}1hc1q^q^bac^4e__^5|`d_d_d_a`e^egc_j^x^q^`^m_l1_3ybaa1k`2v^k`_1l1l4_{`1ol\
                za1bf|b1ib|^1cal1g4|_hc1ba1ba1fe1rhj^m^e^`^i^m^e^`2`9uftgfud^1h^g2bd__^1j^``__u^2feg1mq^`b1_`yb_1}1var\
                _1p^`bf^a^{_aahdgd2^}1eajf1t`{_ybxdbie2m2g1t1qj1qd1leh9c}^1h^a_`2h1ie1hsx1czquf2la1bf2bg__wdhc1s^pe1ef\
                3^^rhp^1m1{e^_^b^m^ic1ybhcb^f_`_t^e^`^c^h_`_a__c_be_e`c4h2z^c{2feh5c1t_1d1_2chhckp1xch1sy_mau5v1z3a2qi\
                f___f^`^|^`_jfh2cf_1l_ix2fe2qj2gdh7sg^1k^lg{`1^_t^l2fe^`^1j`_^`^gehcd^`^1c^`^ddh9swdo^1g`z2s_l1pjLy3c3\
                m^ch6b2Bi3aj12t3MgBe8=vAwd}^ha2o^hc|_dg2dgh^e^sbqEm2y3b2ia1wdo1}ch`k5Ove16t1gg8Gdb^e^`^9al_za__kbe<j28\
                a3ibk`gdh_f4By1l_uf3r1y7tg1e_6`r2d3wriri2ufw4d2s^2e^`___`_b^j^_^e^2_^b_f^e^z^b^c^_`e^:r_9b_E|lc^m12m}c\
                d6re^o_e^`^cb1|1^_3m1k`l_ha`9}}n1xb_>m1hGce^b^`^m^6c_n1f2jaha`Hn2b2i1{6_b^y^`^___^h^b^_^_c_a_^_^_^a^`^\
                ___^_^_^_^_^`^__b^e^b^b^_^h^oba^c^o1q`8k1ja3bim_m^m^1cg5l1u{j1jagd`kd4wNvao`k`3ua2}cja_lja1vehc1fe|_`2\
                k:ril_k`gd1l^eelagdgd4q^1u1bh10c19G^}41xc6|_5D`k79o30|@|1?_4Jib43^EG2n_{3^3}7n1O@m1OO|_1OO|_
                """),
        NamedScalars(short: "Co", long: "Private_Use", encoded: "1H0^67}L1H^1OO{`1OO{"),
        NamedScalars(short: "Cs", long: "Surrogate", encoded: "1F0^1O}"),
        NamedScalars(
            short: "L", long: "Letter",
            encoded: """
                2_wdw1m^h^b^ct_|_>gbilbe^_^4_b__`a_^d^_`_^_q_2p_4hf5c_1c`^d1f2exba1k1h1a__3`_^m_e_h``^n^_{{2vi^v1^g_b^\
                csb^g^a^uvehcu_co1g1x1sa^p^egmmbe`_`s_d_^aaa^n^k__`l_h^fcb_`s_d______}a_^q`nf_`_s_d___ba^p^m_u^ie`_`s_\
                d___ba^|__`m^o^_ca`_aa__^__a_a`ait^1re_`_t_ma^x``^`_|^be_`_t_g_ba^}___m_of_`_1f`^n^c`f`vccoau_f_^`d1x1\
                m__jd1x__^_b_u_^_g__g^`b_^sa1^^1}e_1ayb3q1hr^ncbaa^a_e`bjj^o1c_^c^`1h_:j_a`d_^_a`1f_a`1^_a`d_^_a`l_1v_\
                a`2`1cmn2s`caCi`n_wc2hdeeokplolj_`m1q1a^b^2a2veb`1__^c2ch|1o{`bi1ibw1ttg1r2p^2{1loe1t{k_h1ix1a1g`h1a`f\
                e1h``1ga_c__a^c5}2^8s`c`1c`c`e_^_^_^_|`1r_d_^a`_daa`cbjc`_d3r^k^nj3c^b^`g_^abd^_^_^_a_h`acbb^1r_2Cy7bd\
                aa_j1c_^c^`1ue^ntgd_d_d_d_d_d_d_d2n^>s_1hbc_b2sd`_2w_ac1h_2{o}1nm@^6=}2^EDj2a1k`8jamh_r1ln|`2c1of`3d`1\
                }c__^_bvm_`_a_t{1ql1o1|ca^__iyhtwze1lz^nb_ghb_1fu`_erta^a1o_^a_`b`^_^v``he`jc`c`cgd_d_1h_kd3p{:Majtb1n\
                88b;k`3g1ddjbc^_g_j_b_^_____3i1_;hp1}`1s1fi3rb_4d1bwdwi2vac`c`c``1ai_w_p___l`k1`3x<cza1n1m}kq_ed1ch{`1\
                abe1n4{p1ab1ab1ef1qjh_l_d___h_l_d__2a9tgshevc_1g_f2cc`^_1i__a^`thtg|2_p__hshw2d1ud_2^^ma_`_z1hzaz1ae_y\
                y1shshpko3l2f1u1pk1pk1a:z1gd_2lzh^fs1ho1lrytj1r1w_`^k1j1^vx1a{^`^f1`a^j1mlas^_^1ao_vq_1}d_^_a_l_ge1l1d\
                e`_`s_d___ba^p^jb4|1rpar`|1mr__^5v1l1ga1b1mr^1y1hk^2ex1cd5w1i3r1}}e`^`e___um^_^2|e`1dn^_^z^h1ee^s^i1kq\
                ^p2f8ef_1bo^1o{3nd___1cs^wc___}l^:epm^_j_1_3z^2mLw7d6a2Bj3^m11moc3MwBd8=wAve|o2lo{p1mna}rcpEn1}4^2hc^2\
                `j2^__^z5Ouf16s1hf8Gea_d___9`m^{``^laf<i28b3hcjafeg5Kd2r_2d__`^`_`a_i_^_d_2^_a`e_d_y_a_b_^ad_:q`v_v_|_\
                v_|_v_|_v_|_v_e1Ir|dc8c1{4p1jhdn^:_{p1i?byGrd_a___l_6b1y2ae^15ra_x___^`^_g_a_^_^d^b^_^_^_`___^`^_^_^_^\
                _^___^`a_d_a_a_^_g_nc`_b_n4:b19F}1^41wd6{`5D_l79n30}@{1?`4Jhc42}
                """),
        NamedScalars(
            short: "LC", long: "Cased_Letter",
            encoded: """
                2_wdw1x^ht_|_6`_ab6m_x6^a`_a`_^d^_`_^_q_2p_4hf5c_1cg1f2Hu1c_^c^`1h``E^2s`c24`fe1h``2^1i1}j_1_3c8s`c`1c\
                `c`e_^_^_^_|`1r_d_^a`_daa`cbjc`_d8c^b^`g_^abd^_^_^_a_cb^`acbb^1r_2Cy3y`3ddaa_j1c_^c^N8p1kpy4d2k_taa_1x\
                c__^_by_a^Is1hcfe2mCJ^djb10gwdw15c2m3^1ab1a3rh_l_d___h_l_d__1Fa1pk1p2Mk1}E;^1}I<^2r_2d__`^`_`a_i_^_d_2\
                ^_a`e_d_y_a_b_^ad_:q`v_v_|_v_|_v_|_v_|_v_e1Irg_qdc2>s2a
                """),
        NamedScalars(
            short: "Ll", long: "Lowercase_Letter",
            encoded: """
                3_w1x^1gu_e_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^___^_^_^_^_^_^_^___^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^`^_^_``^_^`^a_b^`^a``^`^_^_^`^___^`^a^_^`_``d^`^`^_^_^_^_^_^_^_^___^_^_^_^_\
                ^_^_^_^__`^_^a^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_d`^`__^b^_^_^_^_2b_x6_^_^a^a`p\
                ^y1`__a`_^_^_^_^_^_^_^_^_^_^_^_b_^`^`_1q1m_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^g^_^_^_^_^_^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^`^_^_^_^_^_^___^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^1n1f2Je1h``Gvc24`f3u1i1}j_1_3d^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_f_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_ffchefefchefefk`efefefb__d^a`__fa`_feh`__8p^a_a^y^b^b^`_fab^1s^2Ei1m_^a__^_^_^b^___cc^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^__e^_^b^j1c_^c^N\
                8q^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^q^_^_^_^_^_^_^_^_^_^_^_^_^_^4e^_^_^_^_^_^_`_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_e_^_^`^_^_^_^_^b^_^`^_`_^_^_^_^_^_^_^_^_^_^c^c^_^_^\
                _^_^_^_^_^b^_^d^_^_^_^_^z^a^Is1hcfe2mCJ^djb11gw16k1e4f1a4yh_l_d__1Ha1p2Nk}E<^}I<xwxd_oxwxa_^_d_hxwxwxw\
                xwxwxwxwxwxyzv_cxv_cxv_cxv_cxv_c_^1Irg_qdc2?u1_
                """),
        NamedScalars(
            short: "Lm", long: "Modifier_Letter",
            encoded: """
                Enobilbe^_^4c^c^>|^7d^5b_8k_b^}^g^a^5^^5e^16r^3}^As^1Fx^3i^Ca^>nc5l1|k^1`1bEo^k^nj2N}_7o^5}^>s^1ibc^3_\
                _2{`KHt^17`c8l^3p^z_3wf2n^u^3g`a_>s^t^4g^3j^s_3eag^E0d^1k_1O^c_1g_fHLca12mj2^__^@0ja_d__<1o1{6gdMk^12}\
                ^
                """),
        NamedScalars(
            short: "Lo", long: "Other_Letter",
            encoded: """
                5h^m^8^^ba6n^Iyxba1k}_g1a__3`_^v_h``^n^_{{2vi^v1^ss1hvehcu_co1f1y1sa^p^egnlbe`_`s_d_^aaa^n^k__`l_h^fcb\
                _`s_d______}a_^q`nf_`_s_d___ba^p^m_u^ie`_`s_d___ba^|__`m^o^_ca`_aa__^__a_a`ait^1re_`_t_ma^x``^`_|^be_`\
                _t_g_ba^}___m_of_`_1f`^n^c`f`vccoau_f_^`d1x1m__jc1y__^_b_u_^_g__g^`bua1^^1}e_1ayb3q1hr^ncbaa^a_e`bjj^3\
                o:f_a`d_^_a`1f_a`1^_a`d_^_a`l_1v_a`2`1cm3oCi`n_wc2hdeeokplolj_`m1q1f^2a1`_1reb`1__^c2ch|1o{`bi1ibw1ttg\
                1r5n1loe1t{k_h1ix1a1g`h{3oa_c__a^11xa2Ou1uvtgd_d_d_d_d_d_d_dAe^1s^b2sf^_2wb^c1h_2{o}1nm@^6=}2^D@r_13t2\
                a1ef8ibmh_2`^1o2c5g^3e^ad_`_a_t{1ql1o1|ca^__iyhtwze1l1kb`fhb_1fu`_erm_ca^a1o_^a_`b`^_^v_ahe^lc`c`cgd_d\
                4o1`{:Majtb1n88b;k`3g2a^_g_j_b_^_____3i1_;hp1}`1s1fi3rb_4d3gg_1j`|ac`c`c``1ai_w_p___l`k1`3x<cza1n1m}kq\
                _ed1ch{`1abe4^2k3`1ef1q4z9tgshe4vc`^_1i__a^`thtg|2_p__hshw2d1ud_2^^ma_`_z1hzaz1ae_yy1shshpko3l2f5u1a:z\
                1gd_2lzh^fs1ho1lrytj1r1w_`^k1j1^vx1a{^`^f1`a^j1mlas^_^1ao_vq_1}d_^_a_l_ge1l1de`_`s_d___ba^p^jb4|1rpar`\
                |1mr__^5v1l1ga1b1mr^1y1hk^2ex1cd5w1i6qe`^`e___um^_^2|e`1dn^_^z^h1ee^s^i1kq^p2f8ef_1bo^1o{3nd___1cs^wc_\
                __}l^:epm^_j_1_3z^2mLw7d6a2Bj3^m11moc3MwBd8=wAve|o2lo{p1m1qrcpKn2hc^5m5Ouf16s1hf8Gu9`m^{``^laf<i28b3hc\
                jafeg8Cn^?s1j1_^:_{p1i?bxGsd_a___l_6b19ya_x___^`^_g_a_^_^d^b^_^_^_`___^`^_^_^_^_^___^`a_d_a_a_^_g_nc`_\
                b_n4:b19F}1^41wd6{`5D_l79n30}@{1?`4Jhc42}
                """),
        NamedScalars(short: "Lt", long: "Titlecase_Letter", encoded: ">c^`^`^1d^7<sefefej^m^1m^"),
        NamedScalars(
            short: "Lu", long: "Uppercase_Letter",
            encoded: """
                2_w3ct_d1_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`^_^_^_^_^_^_^_^`^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^___^_^a__^___``a___`a____^_^___^`^___`_^__a^e^`^`^`^_^_^_^_^_^_^_^`^_^_^_^_^_\
                ^_^_^_^`^`^_`_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^e___`^_a_^_^_^_^9_^_^a^f^d^_`_^\
                ___n_f1a^``a^_^_^_^_^_^_^_^_^_^_^_^c^`^__`1p1n^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^g^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^___^_^_^_^_^_^`^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`1c2Jg1c_^c^Fp2s24x1h``:^^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^g^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
                ^_^_^gefchefefci^_^_^_^fe2fajajajbia8d^b^a````^abd^_^_^_a`ah_c^1{^2Cz1m1n^_``^_^_^_a_^`^f`_^_^_^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^f^_^b^N:k^_^_^_^\
                _^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^q^_^_^_^_^_^_^_^_^_^_^_^_^_^4e^_^_^_^_^_^_^a^_^_^_^_^_^_^_^_^_^_\
                ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^h^_^___^_^_^_^b^_^`^_^a^_^_^_^_^_^_^_^_^_^_b_b_^_^_^_^_^_^_^_\
                a_^d^c^_^z^EIiw16c1e4f1a4zh_l_d__1Gh1p2Ok}E<^}I=^wxwxwx^__`^`_`a_exwx__a`e_dy__a_b_^adywxwxwxwxwxw|v1_\
                v1_v1_v1_v1_^49s1_
                """),
        NamedScalars(
            short: "M", long: "Mark", also: "Combining_Mark",
            encoded: """
                H^3m8qd8e1j_^_____^2fh1nrn^3cd`c`__a1a^|x2yh1xfg^va_f_`_b1i`1ze1hu_1^1t`_o_dh_{`1v^_d`_``g^h_x^``1v^_b\
                b_``a^|_a^i`1v^_e_`_`r_tc_`1v^_d`_``e`h_|^1yba`_ag^1fb1u^_d_`_ae_i_{`1v^_d_`_ae_i_m^ja1u__d_`_ag^h_{`2\
                d^bc_^_ep_1{^`dje3`^`fid2g_y^_^_^b_1oq__ch_1ag^3bquab`_``daaki_^haE}`Mpaz`{_|_2^}g^1k`_^3s_1`^3tibi6yb\
                1wg_z`^1n|1ob1mn1dfj`|j1vk1nq4v`_rb^d^``6d1}Fn1^2O|`4k^3^}Ahc3g_M>ra_g1^_2n_8n^a^b^ubb^2q_1poxok^1dewj\
                1ja1mk1b^2akj^f_1k`1p^_``_c__^1gbc_7je__CIn^G_mnmNk^7`^4sb1Dd`__ca1f`b^5c_A{a<a_2n`2dh1oa3x`1sl1g^`_ha\
                1khe^1{`1bkn_1j^j`1nkfa__2zid^`^4{isa1u__d`_``g^h_`dab6^ou^2oq7id`fy_2pn3hj3cl8^l7sc__`a_^__4kd`da^zg1\
                fd_af^gh1lm<se_e2ps_k3xca^___d_^2`b___b:yag__^1ndab57{^dl=Dxb1yd10v^_1tea2o^i_C5i_4C_1k`t@|bacfe`d|a4r\
                `1My1tb1of^l^tb_l1:nd_n`d___b3b^5^d;u^1{a?zaO^d3kdH5Ms7m
                """),
        NamedScalars(
            short: "Mc", long: "Spacing_Mark",
            encoded: """
                28a^1u^``fa__1p_1x`d_`_h^1i^1x`2`^1x`f^__1s_1x^_^d_`_h^3d___a`_`h^1g`1{a1{_1x^_b`___g_z^l_1x`c`_`h^1h_\
                2i`dep_:h_1}^5i_b^d^`_w_h``ds_`c`^h`1Cv^|^4_^ee__:xa``b__c7^_1x^_^g^__fc4o^1n^c^_b__1{^|^b_`^1z^``_^a_\
                1nef_5i^s^4It_MOq_`^2v_1pm4l_1m^1n_b_``3l_`_v^1k^_^3k^`_c^7k______^I0q^_^3}^1k`b_3q^v_1y^1n`g_k^2{`a__\
                ^5h`}_1x__a`_``g^h_6o`f_a^3h`d^_a`^7k`da`^3o`f__^3k^__d^3g_b^8c`g^7uc__b^`^_^4l`fab^2r^{_1|^<u^l^3h^e^\
                `^6sbb__^:|_j^1n_f__^D0m1t3f_H;q_dc
                """),
        NamedScalars(short: "Me", long: "Enclosing_Mark", encoded: "14f_5Ar^1@|a_`11<i`"),
        NamedScalars(
            short: "Mn", long: "Nonspacing_Mark",
            encoded: """
                H^3m8qb8g1j_^_____^2fh1nrn^3cd`c`__a1a^|x2yh1xfg^va_f_`_b1i`1ze1hu_}1u^_^beb^adh_{^1x^baf^r_x^`_1w^b_b\
                _``a^|_a^i_1w^bb__b^r_tc_^1x^`^_af^e_i_|^1{^j^1p^a^1u^_`c`_ae_i_{^1x^`^d^c_r_z_1w_baf^r_{^2f^e`_^2x^`d\
                je3`^`fid2g_y^_^_^1uk_b__ch_1ag^3da_c__`_w_b`nak^`_d^m^E}`Mp`{_|_|_2^__df^`hg^1k`_^3s_1`^3t`b_g^d`6y_`\
                ^1x^_d_^_^`edg`^1nk_m1oa1n^_b_^c^1ffj_1^a`__`1v^__a^_`1xe`_4v`_j_db^d^a_6d1}Fnjb^ai2O|`4k^3^}Aha3i_M>r\
                ^bg1^_2n_8n^a^b^w_c^4u_xok^1dewh1l`1n^`a`_1e^2ac`_`_j^f^1m^1q^_``_c__^1h_f^7l^`^b^CIn^G_mnmNk^7`^4sb1D\
                d`__ca1f`b^5c_A{a<a_2n`2dh1oa3y^1tl1g^`_h`1oa`_e^1{`1bb_e1|^j_1rfha`^2}``^__d^`^4{^aes_1w_a^1cdab6ae``\
                _^u^2rc_^b___7lad___y_2se`^__3h^_^`c_^3c``a_b8af__8^__^b^4na`_b^1^g1fc`af^gc``1lj__<td_c_^2ps`d____3xc\
                a^___d_^2f_a^_^:y_i_1rbc^_^57{^dl=Dxb1yd10v^1}a2o^C5v_4C_1k`tA^`oe`d|a4r`1My1tb1of^l^tb_l1:nd_n`d___b3\
                b^5^d;u^1{a?zaO^d3kdH5Ms7m
                """),
        NamedScalars(
            short: "N", long: "Number",
            encoded: """
                1ng3v_c^``1=_g4dg6dg<zg3tgbc3jg3tg3tg`c3lj3qgfd3eg3fdep3kg3^g3tg2dq8jg2dgFmqKo`7mgdgtg9jg4^h5cgdg5tg2t\
                g4dgdg10t^acdg6d1p`bFt1y2lsCt{1;g^Hg^wfl`:ua4hg|e_l1^g1elLK^g5zg:^c4xg1dg6dgtg2tg<tgDHtg?k1jj1vo_:sx1b\
                a{^f^4db6hgMlewd1ef2ibtc5^_`m`1k2^f1r_|`2ib3feve1gd:hc1ng9d|4|g1ha3nd4d{4^g1zg4ngeq7yg:tg3tg;tg3dg3di=\
                bp2{gGtz7ag2dg=dg3dr11i3lA?og2tg4dg_dH|tI1gqjq3jv12s1o2:^g=dg?tgNkf4^gHu1x_`_a2j1j_lN`j2Gag
                """),
        NamedScalars(
            short: "Nd", long: "Decimal_Number", also: "digit",
            encoded: """
                1ng1Adg4dg6dg<zg3tg3tg3tg3tg3tg3tg3tg3tg3tg3^g3tg2dg8tg2dg1Jdg1dg9jg4^g5dgdg5tg2tg4dgdg12>dgEdg1dg6dgt\
                g2tg<tgDHtg1<dg24dgIjg4^g1zg4ng8tg:tg3tg;tg3dg3dg=dg3dgGtg7tg2dg=dgBHdg2tg4dgK3r1o2:^g=dg?tg12tg4Dtg
                """),
        NamedScalars(short: "Nl", long: "Letter_Number", encoded: "5Gl`2Cm1``a3C|^wfl`MEigFBn1r>j^f^4db81h3l"),
        NamedScalars(
            short: "No", long: "Other_Number",
            encoded: """
                5p_c^``29sc;vc3v`4cd6wdof=og11sq13qg?^^1Ds^acdg6dm1g^Ft1y2lsCt{1;g^14ra4hg|e_l1^g1elM;ncF6o1j2_ao_:sx1\
                ba19rewd1ef2ibtc5^_`m`1k2^f1r_|`2ib3feve1gd:hc;^|4|g1ha3nd4dq;yq1:c_=lfKepJqrBLddH|tI1gqjq3jv5:lfM_1x_\
                `_a2j1j_lN`j
                """),
        NamedScalars(
            short: "P", long: "Punctuation", also: "punct",
            encoded: """
                1_`_c_ah_a_x`_^y^_^1a^c^a^h_a^a^E|^f^>pc1g_1q^_^`^`^1j_r___k^_`2ha3d^1ik7g`1tl}^8c_h^4j^3v^3w^<d^j^;m^\
                2x^h_5fl_^1ca2e^2hbb_3mc5i^Cbf4u^Ck^1j_2l`2e_4{`_`1ch9w_6v_4^d_c5jdz_3{a1yb1|_2^ei^Izufq_j_i|_l_Cwa{_1\
                1{k2m_}g<qs1}a1^_Gya__3n^4m1l_}`i=a`bg`in^j^3`^2x^M0`_8k`3a^h^3qc;za2t_1f`_^1o_1m^3_jn_3za3|_n_7w^D:p_\
                6ngt1`_k_^b^__4s`_c_ah_a_x`_^y^_^_d<x`Dz^1n^<|^Ge^6e^}^8nf1d^3nd2`d2waHn^5eb1ja5{d3k__a3|a1n_2mab^k^_`\
                2vc3i^=_bh__^3f^7xt3g`zj2j^4``7z^8f`4y^2ze2q`_b2{g9ub1h_Dc_2hj5m^13nb2Kz_>Cy_4c^2_bf^Jpa:e^C5z^7?eb3Fp\
                _
                """),
        NamedScalars(short: "Pc", long: "Connector_Punctuation", encoded: "2}^7N}_q^1G>|_v`7m^"),
        NamedScalars(
            short: "Pd", long: "Dash_Punctuation",
            encoded: "1k^1:z^1q^3B_^10c^20gc3@_^`^}_b^z^=|^q^3m^1C<n_1c^h^5g^3L}^"),
        NamedScalars(
            short: "Pe", long: "Close_Punctuation",
            encoded: """
                1g^1q^}^3E{^_^1J|^2=g^1u^m^Cx^_^|^11|^_^_^_^_^_^_^2n^1^^_^_^_^_^<r^_^_^_^_^_^_^_^_^_^_^2^^_^1_^11c^_^_\
                ^_^1j^_^_^_^=j^_^_^_^_^a^_^_^_^`_1C8|^6w^{^_^_^_^_^_^_^_^a^o^_^_^5h^1q^}^`^`^
                """),
        NamedScalars(short: "Pf", long: "Final_Punctuation", encoded: "5y^7J{^a^z^3>f^_^b^`^m^a^"),
        NamedScalars(short: "Pi", long: "Initial_Punctuation", encoded: "5i^7Kj^`_`^w^3>f^_^b^`^m^a^"),
        NamedScalars(
            short: "Po", long: "Other_Punctuation",
            encoded: """
                1_`_``^_^__h_a_y^2b^c^l_e^E|^f^>pc1g^1t^`^`^1j_r___k^_`2ha3d^1ik7g`1tl}^8c_h^4j^3v^3w^<d^j^;m^2x^h_5fl\
                _^3n^2hbb_3mc5i^CbfHc^3z`2e_4{`_`1cc_a9w_6v_4^d_c5jdz_3{a1yb1|_2^ei^J`_feff`a``ah_^_g34xa__3n^4m_b``^`\
                f___^`_hb_g`a_^_j``=j`1w^5{^M0`_8k`3a^h^3qc;za2t_1f`_^1o_1m^3_jn_3za3|_n_7w^DAbd`^t^r_`aa`_ae`d^__4s`_\
                ``^_^__h_a_y^1b^`_<x`Dz^1n^<|^Ge^6e^}^8nf1d^3nd2`d2waMvb1ja5{d3k__a3|a1n_2mab^k^_`2vc3i^=_bh__^3f^7xt3\
                g`zj2j^4``7z^8f`4y^2ze2q`_b2{g9ub1h_Dc_2hj5m^13nb2Kz_>Cy_4c^2_bf^Jpa:e^C5z^7?eb3Fp_
                """),
        NamedScalars(
            short: "Ps", long: "Open_Punctuation",
            encoded: """
                1f^1p^}^3E|^_^1J|^2;|^a^1d^1u^m^Cx^_^|^11|^_^_^_^_^_^_^2n^1^^_^_^_^_^<r^_^_^_^_^_^_^_^_^_^_^2^^_^1_^11\
                c^_^_^_^w^p^_^_^_^=j^_^_^_^_^a^_^_^_^`^1C9_^6u^{^_^_^_^_^_^_^_^a^o^_^_^5h^1p^}^a^`^
                """),
        NamedScalars(
            short: "S", long: "Symbol",
            encoded: """
                1b^d^n`}^_^y^_^1ab__`^_a`^a^|^}^>hajkcd_^_n3s^l_3n^4i^8h`3t``^`_6l^h^q_7u^e_4f^;g_d_7s^3|^4`e4b^6m^1g^\
                6c^6_`m^_``cr^_^_^4ce_c__ca6c_GngFq^;k^;b^4{1_;_ggf12^^_`i`k`k`k_2c^k^1e`k`q1^1}__a__h^_`cc_^_^_^b^i_b\
                bca_^1x_b;ubz`7ywh2o2ktCe1j1n`|h<pt1|b}`;s`}_3f7cc;c_1lw_2vj6sxif^k_j^s_d_2y_7q_bg1^1az|i{f^m}h1dm9}6>\
                ^1}EDn1tAwtg_3e_4{ahaA{`7_^l_CM{^4fn;{m3}^1ja3`^_``^4x^d^n`}^_^y^_^4_d_dk_9wf1wn``_ja^1m1j1Cx_Bm^33t^2\
                4szBJhac^D:t^4Eq3q1z7sh1d`1yc`t_e{b1zs2_a^5x2tKh^w^}^w^}^w^}^w^}^w^1z?}1ua1pe_k__1Ff^=m^2=j^a^3{^>__8l\
                1ib3ajl`l_l_1bu5^1vzk1ibfe_lc4xNubnaja3tb2|dib^mib1ufgd1ef{`_2l:qjk`jafe1k_dfkbfefe4p_1t
                """),
        NamedScalars(
            short: "Sc", long: "Currency_Symbol",
            encoded: "1b^3{a17g^3y^?p_?p_e^7s^8e^Bc^2<y^26b1^11Ku^E>a^3j^4x^6y_a_7Ota1@H|^2=n^"),
        NamedScalars(
            short: "Sk", long: "Modifier_Symbol",
            encoded: "2|^_^2e^d^b^a^@gajkcd_^_n3s^l_18`^5Ir^_`i`k`k`k_44z_MCatg_3e_Nn^l_D2dnKy^_^5`^1M0ub"),
        NamedScalars(
            short: "Sm", long: "Math_Symbol",
            encoded: """
                1i^n`1{^_^1k^b^1c^}^G|^@m`6Ay^k^1e`k`4i^1ebd^2bbc_b^`^`^e^}_`^_^}8i1^_2x^|v1fc>s^g^1te3m^:nb`|hm8^4`t1\
                |b}`8_1nr`c1CNz^Iv^_`5b^n`1{^_^4a^da1EFr^w^}^w^}^w^}^w^}^w^5Ij_
                """),
        NamedScalars(
            short: "So", long: "Other_Symbol",
            encoded: """
                5d^`^b^_^No^8h_3}_6l^h^q_7u^@a^;s^4`c_^4b^6m^1g^<e`m^_``cr^_^_^4ce_c__ca6c_GngFq^Fp^4{1_;_ggf1<a__a__h\
                ^__dc_^_^_^b^i_l^___^1x_gb`a_____d_|`__^_|8jebq`d`2n_{w1ed2bwh2o2kt5t_f_1sf3l_7u1j1i2^7}@^1ms_d1d`}_3f\
                7cc;c_1lw_2vj6sxif^k_j^s_d_:n_bg1^1az|i{f^m}h1dm9}6>^1}EDn1tK_ah__^A{`DFdm3}^1k`?b^a^b_k_9wf1wn``_ja^1\
                m1j1Cx_Bm^33t^24sebnBJhac^D:t^4Eq3q1z7sh1d`1yc`t_e{b1zs2_a^5x2t15g?}1ua1pe_k__1Ff^2Jz^4_^Fo1ib3ajl`l_l\
                _1bu5^1vzk1ibfe_lc4x7xcFubnaja3tb2|dib^mib1ufgd1ef{`_2l:qjk`jafe1k_dfkbfefe4p_1t
                """),
        NamedScalars(short: "Z", long: "Separator", encoded: "1^^3}^5>}^2;}h{_c^1m^3M^^"),
        NamedScalars(short: "Zl", long: "Line_Separator", encoded: "81f^"),
        NamedScalars(short: "Zp", long: "Paragraph_Separator", encoded: "81g^"),
        NamedScalars(short: "Zs", long: "Space_Separator", encoded: "1^^3}^5>}^2;}h1b^1m^3M^^"),
    ]
}

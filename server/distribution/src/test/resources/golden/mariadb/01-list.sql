SELECT `t0`.`code` COLLATE utf8mb4_nopad_bin AS `c0`, `t0`.`name` COLLATE utf8mb4_nopad_bin AS `c1`, `t0`.`population` AS `c2`,
   `t0`.`vat` AS `c3`
FROM `country` AS `t0`
ORDER BY `t0`.`code`

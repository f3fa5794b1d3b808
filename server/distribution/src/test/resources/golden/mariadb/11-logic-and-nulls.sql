SELECT `t0`.`name` COLLATE utf8mb4_nopad_bin AS `c0`
FROM `author` AS `t0`
WHERE ((`t0`.`died` IS NULL OR NOT (`t0`.`email` IS NOT NULL)) AND `t0`.`name` COLLATE utf8mb4_nopad_bin <> ?)
ORDER BY `t0`.`author_id`

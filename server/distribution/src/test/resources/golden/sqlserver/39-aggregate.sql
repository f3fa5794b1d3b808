SELECT [t1].[a0] AS [c0], [t1].[a1] AS [c1], [t1].[a2] AS [c2], [t1].[a3] AS [c3], [t1].[a4] AS [c4], [t1].[a5] AS [c5],
   CAST([t1].[a6] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 AS [c6], [t1].[a7] AS [c7], [t1].[a8] AS [c8], [t1].[a9] AS [c9]
FROM (
  SELECT COUNT_BIG(*) AS [a0], COUNT_BIG(DISTINCT [t0].[publisher_id]) AS [a1], SUM([t0].[price]) AS [a2], SUM(CAST([t0].[copies_sold] AS decimal(19,
     0))) AS [a3], CAST(ROUND(AVG(CAST([t0].[price] AS decimal(38, 18))), 8) AS decimal(38, 8)) AS [a4], CAST(ROUND(AVG(CAST([t0].[pages] AS decimal(38,
     16))), 6) AS decimal(38, 6)) AS [a5], MIN([t0].[title]) AS [a6], MIN([t0].[published]) AS [a7], MAX([t0].[rating]) AS [a8],
     SQRT(CAST(COUNT_BIG([t0].[pages]) * SUM(CAST([t0].[pages] AS decimal(10, 0)) * CAST([t0].[pages] AS decimal(10, 0))) - SUM(CAST([t0].[pages] AS decimal(10,
     0))) * SUM(CAST([t0].[pages] AS decimal(10, 0))) AS float) / NULLIF(CAST(COUNT_BIG([t0].[pages]) AS float) * (COUNT_BIG([t0].[pages]) - 1),
     0)) AS [a9]
  FROM [book] AS [t0]
  WHERE [t0].[in_print] = ?
) AS [t1]
